import { addDays } from '../calendar/days.ts';
import { covers, rowsInForce, type DatedValue } from './dated.ts';
import { lastWords } from './last-words.ts';
import { parseValueRow } from './parse-value-row.ts';
import type { ValueFault, ValueRow } from './value-fault.ts';

type Numbered = { readonly row: number; readonly value: DatedValue };

const isSameFigure = (a: DatedValue, b: DatedValue): boolean =>
  a.ruleId === b.ruleId && a.level === b.level && a.division === b.division;

const meets = (a: DatedValue, b: DatedValue): boolean =>
  (a.to === undefined || b.from <= a.to) && (b.to === undefined || a.from <= b.to);

/** Of two rows of one file nobody could say which holds; a row without an end is replaced by a later one on purpose. */
const isAmbiguous = (a: DatedValue, b: DatedValue): boolean =>
  isSameFigure(a, b) && meets(a, b) && (a.from === b.from || a.to !== undefined || b.to !== undefined);

const overlaps = (rows: readonly Numbered[]): ValueFault[] =>
  rows.flatMap(({ row, value }, at) => {
    const other = rows.slice(0, at).find((earlier) => isAmbiguous(earlier.value, value));
    if (other === undefined) return [];
    return [
      {
        code: 'PERIODS_OVERLAP',
        row,
        column: 'from',
        problem: {
          zh: `与第 ${other.row} 行的有效期重叠。`,
          en: `Its period overlaps with that of row ${other.row}.`,
        },
      } as const,
    ];
  });

/** A period that an approved row has for itself, or that the new one would have and an approved row would cut. */
const clashes = (stored: DatedValue, value: DatedValue): boolean =>
  stored.revision !== undefined &&
  isSameFigure(stored, value) &&
  stored.from !== value.from &&
  meets(stored, value) &&
  (stored.to !== undefined || (value.to !== undefined && value.from < stored.from));

/** A row for the first day of an approved one corrects it; any other must leave its period alone. */
const overlapsApproved = (rows: readonly Numbered[], current: readonly DatedValue[]): ValueFault[] =>
  rows.flatMap(({ row, value }) => {
    const other = lastWords(current).find((stored) => clashes(stored, value));
    if (other === undefined) return [];
    const period = `${other.from} – ${other.to ?? '…'}`;
    return [
      {
        code: 'PERIODS_OVERLAP',
        row,
        column: 'from',
        problem: {
          zh: `与已批准的有效期（${period}，${other.source}）重叠。`,
          en: `Its period overlaps with an approved one (${period}, ${other.source}).`,
        },
      } as const,
    ];
  });

const ranks = { PROVINCE: 0, PREFECTURE: 1, COUNTY: 2 } as const;

/** The days on which a row's cap can be another one: its own first day, and where a higher row begins or has ended in it. */
const daysToAsk = ({ from, to }: DatedValue, others: readonly DatedValue[]): string[] => [
  from,
  ...others
    .flatMap((other) => [other.from, ...(other.to === undefined ? [] : [addDays(other.to, 1)])])
    .filter((day) => from < day && (to === undefined || day <= to)),
];

const lowestCap = (value: DatedValue, rows: readonly DatedValue[]): number => {
  const above = lastWords(rows).filter(
    (row) =>
      row.ruleId === value.ruleId && ranks[row.level] < ranks[value.level] && covers(row, value.division),
  );
  const caps = daysToAsk(value, above).flatMap((day) => {
    const inForce = rowsInForce(above, value.division, day);
    const newest = (['PROVINCE', 'PREFECTURE'] as const).flatMap(
      (level) => inForce.findLast((row) => row.level === level) ?? [],
    );
    return newest.flatMap((row) => (row.isCap === true && typeof row.value === 'number' ? row.value : []));
  });
  return Math.min(...caps);
};

const aboveCaps = (rows: readonly Numbered[], current: readonly DatedValue[]): ValueFault[] =>
  rows.flatMap(({ row, value }) => {
    if (typeof value.value !== 'number') return [];
    const cap = lowestCap(value, current);
    if (value.value <= cap) return [];
    return [
      {
        code: 'ABOVE_CAP',
        row,
        column: 'value',
        problem: {
          zh: `高于上级规定的上限 ${cap}。`,
          en: `It is above the cap of ${cap} that a higher level has set.`,
        },
      } as const,
    ];
  });

/** A cap stays one when its own level gives it a new figure. */
const asCaps = (rows: readonly DatedValue[], current: readonly DatedValue[]): DatedValue[] =>
  rows.map((row) =>
    current.some((other) => isSameFigure(other, row) && other.isCap === true) ? { ...row, isCap: true } : row,
  );

/** Once approved, it would be the last word of its level. */
const asApproved = (row: DatedValue): DatedValue => ({ ...row, revision: Number.MAX_SAFE_INTEGER });

export type CheckedRows = { readonly rows: readonly DatedValue[]; readonly faults: readonly ValueFault[] };

/**
 * Changed rule values as somebody wrote them, against the rows that are in force: every fault of every row at once,
 * by row and column. Where there is any, nothing is to be run or proposed.
 */
export const checkValueRows = (given: readonly ValueRow[], current: readonly DatedValue[]): CheckedRows => {
  const parsed = given.map(parseValueRow);
  const good = parsed.flatMap((one) => ('value' in one ? [one] : []));
  const values = asCaps(
    good.map(({ value }) => value),
    current,
  );
  const faults = [
    ...parsed.flatMap((one) => ('faults' in one ? one.faults : [])),
    ...overlaps(good),
    ...overlapsApproved(good, current),
    ...aboveCaps(good, [...current, ...values.map(asApproved)]),
  ];
  return { rows: values, faults: faults.toSorted((a, b) => a.row - b.row) };
};
