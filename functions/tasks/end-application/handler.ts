import { endApplicationInput, endApplicationOutput } from '../../contracts/steps.ts';
import { asTask } from '../../platform/task.ts';
import { endApplication } from '../../store/end-application.ts';
import { keylessDesk } from '../../store/container-table.ts';

export const handler = asTask({
  input: endApplicationInput,
  output: endApplicationOutput,
  run: (input) => endApplication(keylessDesk())(input),
});
