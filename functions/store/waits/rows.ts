import type { ApplicationId, Wait, WaitKind } from '../../contracts/application.ts';
import { rowKey, type Key } from '../keys.ts';

const rowKind = (kind: WaitKind): 'TASK' | 'NOTICE' | 'PAYOUT' => {
  if (kind === 'NOTICE') return 'NOTICE';
  return kind === 'PAY' ? 'PAYOUT' : 'TASK';
};

/** The row that holds the task token of what the machine waits for. */
export const waitKey = (id: ApplicationId, { kind, rowId }: Pick<Wait, 'kind' | 'rowId'>): Key =>
  rowKey(id, rowKind(kind), rowId);

/** A row's name: the application, what it is, and the event that opened it, so a repeat finds the same name. */
export const rowIdOf = (id: ApplicationId, kind: WaitKind | 'PAYOUT', seq: number): string =>
  `${id}.${kind}.${seq}`;

/** The number of the event that a change resting on `version` will write. */
export const seqAfter = (version: string): number => (Number.parseInt(version, 10) || 0) + 1;
