import { checkApplicationInput, checkApplicationOutput } from '../../contracts/steps.ts';
import { asTask } from '../../platform/task.ts';
import { checkApplication } from '../../store/check/check-application.ts';
import { desk } from '../../store/container-desk.ts';

export const handler = asTask({
  input: checkApplicationInput,
  output: checkApplicationOutput,
  run: (input) => checkApplication(desk())(input),
});
