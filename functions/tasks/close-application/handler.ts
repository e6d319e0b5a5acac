import { closeApplicationInput, closeApplicationOutput } from '../../contracts/steps.ts';
import { asTask } from '../../platform/task.ts';
import { closeApplication } from '../../store/close-application.ts';
import { keylessDesk } from '../../store/container-table.ts';

export const handler = asTask({
  input: closeApplicationInput,
  output: closeApplicationOutput,
  run: (input) => closeApplication(keylessDesk())(input),
});
