import type { WorkerRecord } from '../contracts/registers/worker.ts';
import type { IsoDate } from '../contracts/scalars.ts';

type Period = WorkerRecord['povertyStatuses'][number];

export const isPoor = ({ status }: Period): boolean => status !== 'NONE';

/** Oldest first; where two entries begin on one day, the one that says poor speaks last. */
const byStart = (a: Period, b: Period): number =>
  a.startsOn === b.startsOn ? Number(isPoor(a)) - Number(isPoor(b)) : a.startsOn < b.startsOn ? -1 : 1;

/** The entries in the order in which a later one overrules an earlier one. */
export const inOrder = (periods: readonly Period[]): readonly Period[] =>
  periods.length < 2 ? periods : periods.toSorted(byStart);

const covers = ({ startsOn, endsOn }: Period, on: IsoDate): boolean =>
  startsOn <= on && (endsOn === undefined || on <= endsOn);

/**
 * Registered as poor, or lifted out and still assisted, on that day. Where entries overlap, the one that began last
 * holds, whatever their order in the register.
 */
export const isPoorOn = (
  { povertyStatuses }: Pick<WorkerRecord, 'povertyStatuses'>,
  on: IsoDate,
): boolean => {
  let found: Period | undefined;
  for (const period of povertyStatuses)
    if (covers(period, on) && (found === undefined || byStart(found, period) < 0)) found = period;
  return found !== undefined && isPoor(found);
};
