import { endApplicationInput, endApplicationOutput } from '../../contracts/steps.ts';
import { asTask } from '../../platform/task.ts';
import { endApplication } from '../../store/end-application.ts';
import { desk } from '../services.ts';

export const handler = asTask({
  input: endApplicationInput,
  output: endApplicationOutput,
  run: (input) => endApplication(desk())(input),
});
