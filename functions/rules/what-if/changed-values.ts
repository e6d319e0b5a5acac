import { covers, type DatedValue } from '../values/dated.ts';
import { createValueBook } from '../values/value-book.ts';
import type { TwoBooks } from './compare-worker.ts';

/** Today's rows and the same with changed ones entered last, county by county. */
export type ChangedValues = (county: string) => TwoBooks;

/**
 * The rule values as they are, and as they would be. A row entered last holds from its own first day on, as it would
 * once it is approved; rows of the same level with a later first day still follow it.
 */
export const changedValues = (rows: readonly DatedValue[], changes: readonly DatedValue[]): ChangedValues => {
  const today = createValueBook(rows);
  const changed = createValueBook([...rows, ...changes]);
  const known = new Map<string, TwoBooks>();
  return (county) => {
    const before = known.get(county);
    if (before) return before;
    const made: TwoBooks = {
      before: (day) => today(county, day),
      after: (day) => changed(county, day),
      touched: changes.some((change) => covers(change, county)),
    };
    known.set(county, made);
    return made;
  };
};
