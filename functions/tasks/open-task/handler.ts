import { openTaskInput, waitingOutput } from '../../contracts/steps.ts';
import { asTask } from '../../platform/task.ts';
import { openTask } from '../../store/waits/open-task.ts';
import { desk, machine } from '../services.ts';

export const handler = asTask({
  input: openTaskInput,
  output: waitingOutput,
  run: async (input) => {
    await openTask(desk(), machine().answer)(input);
    return {};
  },
});
