import * as z from 'zod';
import { workerRecord, type WorkerRecord } from '../../contracts/registers.ts';

/** One item per worker: the record, and beside it the sealed identity. `revision` counts its writes. */
export const workerItem = z.object({
  pk: z.string(),
  sk: z.string(),
  revision: z.int().min(1),
  maskedName: z.string(),
  identitySealed: z.string(),
  record: workerRecord,
});
export type WorkerItem = z.infer<typeof workerItem>;

/** The worker's record out of an item of the table; undefined when there is none. */
export const parseWorkerRecord = (item: unknown): WorkerRecord | undefined =>
  item === undefined ? undefined : workerItem.parse(item).record;
