import { sweepOutboxInput, sweepOutboxOutput } from '../../contracts/steps.ts';
import { asTask } from '../../platform/task.ts';
import { sweepFollowUps } from '../../store/rule-values/follow-up.ts';
import { sweepOutbox } from '../../store/sweep-outbox.ts';
import { desk, machine } from '../services.ts';

export const handler = asTask({
  input: sweepOutboxInput,
  output: sweepOutboxOutput,
  run: async ({ time }) => ({
    ...(await sweepOutbox(desk(), machine(), time)),
    rechecked: await sweepFollowUps(desk(), machine().answer, time),
  }),
});
