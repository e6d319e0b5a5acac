import type { DatedValue } from './dated.ts';

const firstDayOf = ({ ruleId, level, division, from }: DatedValue): string =>
  [ruleId, level, division, from].join('|');

/** Of the approved rows for one first day the last one holds: it corrects those before it. */
export const lastWords = (rows: readonly DatedValue[]): DatedValue[] => {
  const last = new Map<string, number>();
  for (const row of rows)
    if (row.revision !== undefined)
      last.set(firstDayOf(row), Math.max(row.revision, last.get(firstDayOf(row)) ?? 0));
  return rows.filter(
    (row) => row.revision === undefined || row.revision === (last.get(firstDayOf(row)) ?? row.revision),
  );
};
