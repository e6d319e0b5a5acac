import * as z from 'zod';
import { workerRecord } from '../../contracts/registers/worker.ts';
import { isoDate } from '../../contracts/scalars.ts';

/** One item per worker: the record, and beside it the sealed identity. `revision` counts its writes. */
export const workerItem = z.object({
  pk: z.string(),
  sk: z.string(),
  revision: z.int().min(0),
  maskedName: z.string(),
  identitySealed: z.string(),
  /** How old each department's fields are; where it has said nothing yet, they are as old as the record. */
  asOfBy: z.strictObject({ HR: isoDate.optional(), POVERTY: isoDate.optional() }).default({}),
  record: workerRecord,
});
export type WorkerItem = z.infer<typeof workerItem>;
