import type { ReadRow } from '../cells/column.ts';
import type { Remark } from '../cells/import-issue.ts';
import type { Fault } from './register-kind.ts';

/** Where several rows tell of one thing, each must say the same of it as the first one does. */
export const rowsThatDisagree = <V>(
  rows: readonly ReadRow<V>[],
  nameOf: (values: V) => string,
  columns: readonly (keyof V & string)[],
  differs: (firstRow: number) => Remark,
): { row: number; fault: Fault<V> }[] => {
  const first = new Map<string, ReadRow<V>>();
  return rows.flatMap((read) => {
    const before = first.get(nameOf(read.values));
    if (before === undefined) {
      first.set(nameOf(read.values), read);
      return [];
    }
    return columns
      .filter((column) => read.values[column] !== before.values[column])
      .map((column) => ({ row: read.row, fault: { column, remark: differs(before.row) } }));
  });
};
