import { sweepOutboxInput, sweepOutboxOutput } from '../../contracts/steps.ts';
import { asTask } from '../../platform/task.ts';
import { sweepOutbox } from '../../store/sweep-outbox.ts';
import { desk, machine } from '../services.ts';

export const handler = asTask({
  input: sweepOutboxInput,
  output: sweepOutboxOutput,
  run: ({ time }) => sweepOutbox(desk(), machine(), time),
});
