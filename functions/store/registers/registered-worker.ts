import * as z from 'zod';
import { workerRecord } from '../../contracts/registers/worker.ts';

/** A worker as a run over the whole register reads them: the record and the masked name, never the identity. */
export const registeredWorker = z.object({ maskedName: z.string(), record: workerRecord });
export type RegisteredWorker = z.infer<typeof registeredWorker>;

/** For a scan: the items that are workers, and what is read of them. */
export const workerFilter = {
  where: '(sk = :register AND begins_with(pk, :worker))',
  values: { ':register': 'REGISTER', ':worker': 'WORKER#' },
  read: ['maskedName', '#record'],
  names: { '#record': 'record' },
} as const;

export const isWorkerItem = ({ pk }: Readonly<Record<string, unknown>>): boolean =>
  typeof pk === 'string' && pk.startsWith('WORKER#');
