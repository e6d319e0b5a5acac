import { sweepOutboxInput, sweepOutboxOutput } from '../../contracts/steps.ts';
import { asTask } from '../../platform/task.ts';
import { sweepFollowUps } from '../../store/rule-values/follow-up.ts';
import { sweepOutbox } from '../../store/sweep-outbox.ts';
import { keylessDesk } from '../../store/container-table.ts';
import { machine } from '../services.ts';

export const handler = asTask({
  input: sweepOutboxInput,
  output: sweepOutboxOutput,
  run: async ({ time }) => ({
    ...(await sweepOutbox(keylessDesk(), machine(), time)),
    rechecked: await sweepFollowUps(keylessDesk(), machine().answer, time),
  }),
});
