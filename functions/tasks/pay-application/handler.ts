import { payApplicationInput, waitingOutput } from '../../contracts/steps.ts';
import { asTask } from '../../platform/task.ts';
import { makePayable } from '../../store/waits/make-payable.ts';
import { keylessDesk } from '../../store/container-table.ts';
import { machine } from '../services.ts';

export const handler = asTask({
  input: payApplicationInput,
  output: waitingOutput,
  run: async (input) => {
    await makePayable(keylessDesk(), machine().answer)(input);
    return {};
  },
});
