import { publishNoticeInput, waitingOutput } from '../../contracts/steps.ts';
import { asTask } from '../../platform/task.ts';
import { publishNotice } from '../../store/waits/publish-notice.ts';
import { desk, machine } from '../services.ts';

export const handler = asTask({
  input: publishNoticeInput,
  output: waitingOutput,
  run: async (input) => {
    await publishNotice(desk(), machine().answer)(input);
    return {};
  },
});
