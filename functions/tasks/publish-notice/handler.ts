import { publishNoticeInput, waitingOutput } from '../../contracts/steps.ts';
import { asTask } from '../../platform/task.ts';
import { publishNotice } from '../../store/waits/publish-notice.ts';
import { keylessDesk } from '../../store/container-table.ts';
import { machine } from '../services.ts';

export const handler = asTask({
  input: publishNoticeInput,
  output: waitingOutput,
  run: async (input) => {
    await publishNotice(keylessDesk(), machine().answer)(input);
    return {};
  },
});
