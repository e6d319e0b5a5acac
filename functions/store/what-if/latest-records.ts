import type { AssessmentRecord } from '../../contracts/assessment-record.ts';
import { openRecord } from '../assessments/record.ts';
import type { Item } from '../registers/batch-get.ts';

const lineOf = ({ pk, sk }: Item): string => `${String(pk)} ${String(sk).split('#')[1] ?? ''}`;

/** Keeps the last run of each line, out of runs that come in their order. */
export const createLatestRecords = () => {
  let waiting: Item | undefined;
  return {
    /** The record that a further run shows to be another line's last one. */
    next: (item: Item): AssessmentRecord | undefined => {
      const before = waiting;
      waiting = item;
      return before !== undefined && lineOf(before) !== lineOf(item) ? openRecord(before).record : undefined;
    },
    /** The very last one. */
    last: (): AssessmentRecord | undefined =>
      waiting === undefined ? undefined : openRecord(waiting).record,
  };
};
