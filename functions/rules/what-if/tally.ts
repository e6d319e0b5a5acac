import type { Fen } from '../../contracts/scalars.ts';
import type { Comparison, Result } from './comparison.ts';
import { addChange, addChanges, noChanges, type Changes } from './largest.ts';

/** Lines that went from one outcome to another (or stayed), of one county and instrument, and their money. */
export type Cell = Pick<Comparison, 'basis' | 'county' | 'instrument' | 'amount'> & {
  readonly before: Result['outcome'];
  readonly after: Result['outcome'];
  lines: number;
  beforeFen: Fen;
  afterFen: Fen;
};

/** What a what-if run came to: plain data of bounded size, which threads can send each other. */
export type Tally = {
  compared: number;
  readonly cells: Record<string, Cell>;
  readonly gains: Changes;
  readonly losses: Changes;
};

export const emptyTally = (): Tally => ({
  compared: 0,
  cells: {},
  gains: noChanges(),
  losses: noChanges(),
});

const cellIn = ({ cells }: Tally, names: Omit<Cell, 'lines' | 'beforeFen' | 'afterFen'>): Cell => {
  const { basis, county, instrument, amount, before, after } = names;
  const key = `${basis} ${county} ${instrument} ${amount} ${before} ${after}`;
  const known = cells[key];
  if (known) return known;
  const made = { basis, county, instrument, amount, before, after, lines: 0, beforeFen: 0, afterFen: 0 };
  cells[key] = made;
  return made;
};

/** Counts one line in place. */
export const countIn = (tally: Tally, comparison: Comparison): void => {
  const { basis, county, instrument, who, before, after } = comparison;
  tally.compared += 1;
  const cell = cellIn(tally, { ...comparison, before: before.outcome, after: after.outcome });
  cell.lines += 1;
  cell.beforeFen += before.amountFen;
  cell.afterFen += after.amountFen;
  const differenceFen = after.amountFen - before.amountFen;
  if (differenceFen === 0) return;
  const change = { basis, county, instrument, who, differenceFen: Math.abs(differenceFen) };
  addChange(differenceFen > 0 ? tally.gains : tally.losses, change);
};

/** Adds what another thread counted. */
export const addTally = (tally: Tally, other: Tally): void => {
  tally.compared += other.compared;
  for (const row of Object.values(other.cells)) {
    const cell = cellIn(tally, row);
    cell.lines += row.lines;
    cell.beforeFen += row.beforeFen;
    cell.afterFen += row.afterFen;
  }
  addChanges(tally.gains, other.gains);
  addChanges(tally.losses, other.losses);
};
