import { closeApplicationInput, closeApplicationOutput } from '../../contracts/steps.ts';
import { asTask } from '../../platform/task.ts';
import { closeApplication } from '../../store/close-application.ts';
import { desk } from '../services.ts';

export const handler = asTask({
  input: closeApplicationInput,
  output: closeApplicationOutput,
  run: (input) => closeApplication(desk())(input),
});
