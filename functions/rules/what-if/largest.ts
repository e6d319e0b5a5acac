import type { Fen } from '../../contracts/scalars.ts';
import type { Comparison } from './comparison.ts';

export type Change = Pick<Comparison, 'basis' | 'county' | 'instrument' | 'who'> & {
  /** Always above zero: whether it is a gain or a loss is said by the list it stands in. */
  readonly differenceFen: Fen;
};

/** How many lines changed one way, by how much in all, and the largest of them. */
export type Changes = { lines: number; sumFen: Fen; largest: readonly Change[] };

/** So many are shown. */
const shown = 10;

const byName = (a: Change, b: Change): number => (a.who < b.who ? -1 : Number(a.who > b.who));

/** In an order of their own, so that the same run shows the same ones whatever thread met them first. */
const largestOf = (changes: readonly Change[]): readonly Change[] =>
  changes.toSorted((a, b) => b.differenceFen - a.differenceFen || byName(a, b)).slice(0, shown);

export const noChanges = (): Changes => ({ lines: 0, sumFen: 0, largest: [] });

const belongs = ({ largest }: Changes, change: Change): boolean => {
  const last = largest.at(-1);
  if (last === undefined || largest.length < shown) return true;
  return change.differenceFen === last.differenceFen
    ? byName(change, last) < 0
    : change.differenceFen > last.differenceFen;
};

/** Adds one change in place. */
export const addChange = (changes: Changes, change: Change): void => {
  changes.lines += 1;
  changes.sumFen += change.differenceFen;
  if (belongs(changes, change)) changes.largest = largestOf([...changes.largest, change]);
};

/** Adds what another thread counted. */
export const addChanges = (changes: Changes, others: Changes): void => {
  changes.lines += others.lines;
  changes.sumFen += others.sumFen;
  changes.largest = largestOf([...changes.largest, ...others.largest]);
};
