import { openTaskInput, waitingOutput } from '../../contracts/steps.ts';
import { asTask } from '../../platform/task.ts';
import { openTask } from '../../store/waits/open-task.ts';
import { keylessDesk } from '../../store/container-table.ts';
import { machine } from '../services.ts';

export const handler = asTask({
  input: openTaskInput,
  output: waitingOutput,
  run: async (input) => {
    await openTask(keylessDesk(), machine().answer)(input);
    return {};
  },
});
