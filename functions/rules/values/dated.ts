import type { IsoDate } from '../../contracts/scalars.ts';
import { dayNumber } from '../calendar/days.ts';

/** A figure with the day it came into force and the document that says so; the newest stands last. */
export type DatedValue = {
  readonly ruleId: string;
  readonly level: 'PROVINCE' | 'PREFECTURE' | 'COUNTY';
  readonly division: string;
  readonly value: unknown;
  readonly from: IsoDate;
  readonly to?: IsoDate | undefined;
  /** The document, and the reading of POLICY where the document is silent. */
  readonly source: string;
  /** No lower level may go above this value. */
  readonly isCap?: boolean | undefined;
  /** Of an approved row: the order of approvals in its division. Rows that are shipped have none. */
  readonly revision?: number;
};

/** Province 14, prefecture 1411, county 141124. */
export const covers = ({ level, division }: DatedValue, county: string): boolean => {
  if (level === 'PROVINCE') return county.startsWith(division.slice(0, 2));
  return level === 'PREFECTURE' ? county.startsWith(division.slice(0, 4)) : county === division;
};

const ranks = { PROVINCE: 0, PREFECTURE: 1, COUNTY: 2 } as const;

const inForce = (row: DatedValue, on: IsoDate): boolean =>
  row.from <= on && (row.to === undefined || on <= row.to);

const isStored = ({ revision }: DatedValue): number => (revision === undefined ? 0 : 1);

/** What decides between two rows of one level: an approved one over a shipped one, then the newer, then the last word. */
const byForce = (a: DatedValue, b: DatedValue): number =>
  ranks[a.level] - ranks[b.level] ||
  isStored(a) - isStored(b) ||
  dayNumber(a.from) - dayNumber(b.from) ||
  (a.revision ?? 0) - (b.revision ?? 0);

/** The rows in force for a county, the highest level first and, within a level, the one that holds last. */
export const rowsInForce = (rows: readonly DatedValue[], county: string, on: IsoDate): DatedValue[] =>
  rows.filter((row) => covers(row, county) && inForce(row, on)).sort(byForce);

type Cap = { readonly value: number; readonly source: string };

/** The caps of the levels above the row; on each level only the row in force counts, not the ones before it. */
const capsAbove = (rows: readonly DatedValue[], { level }: DatedValue): Cap[] => {
  const above = (['PROVINCE', 'PREFECTURE'] as const).filter((higher) => ranks[higher] < ranks[level]);
  const newest = above.flatMap((higher) => rows.findLast((row) => row.level === higher) ?? []);
  return newest.flatMap(({ isCap, value, source }) =>
    isCap === true && typeof value === 'number' ? { value, source } : [],
  );
};

/**
 * The value of one rule for a county and the document it rests on: the lowest level in force wins, never above a
 * higher level's cap. Undefined where no row is in force.
 */
export const resolve = (rows: readonly DatedValue[]): { value: unknown; source: string } | undefined => {
  const row = rows.at(-1);
  if (row === undefined) return undefined;
  const { value, source } = row;
  if (typeof value !== 'number') return { value, source };
  const lowest = capsAbove(rows, row).reduce<Cap>((low, cap) => (cap.value < low.value ? cap : low), {
    value,
    source,
  });
  return lowest.value < value
    ? { value: lowest.value, source: `${source}；上限：${lowest.source}` }
    : { value, source };
};
