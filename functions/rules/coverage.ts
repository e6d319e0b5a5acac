import { instrumentCodes, nameOf, type Instrument } from '../contracts/instruments.ts';
import type { Sentence } from '../contracts/scalars.ts';
import { clauses, clauseOf } from './clauses.ts';
import { decisions } from './decisions.ts';
import { profiles } from './instruments.ts';
import { riskCheckIds } from './risk/index.ts';

/** The checks of one instrument, as a clause of the notice sees them. */
export type CoveredBy = {
  readonly instrument: Instrument;
  readonly name: Sentence;
  readonly checks: readonly string[];
};

export type ClauseCoverage = {
  readonly clause: string;
  readonly title: Sentence;
  readonly quote: string;
  readonly by: readonly CoveredBy[];
  /** Why no rule checks it, where none does. */
  readonly unchecked?: Sentence;
};

const coveredBy = (instrument: Instrument): CoveredBy => ({
  instrument,
  name: nameOf(instrument),
  checks: [...decisions[instrument].checks, ...riskCheckIds(instrument)],
});

/** Every clause of the notice with the checks that implement it, or the reason why none does. */
export const coverage = (): ClauseCoverage[] =>
  Object.keys(clauses).flatMap((clause) => {
    const found = clauseOf(clause);
    if (found === undefined) return [];
    const { title, quote, unchecked } = found;
    const by = instrumentCodes.filter((code) => profiles[code].clause === clause).map(coveredBy);
    return [{ clause, title, quote, by, ...(unchecked && { unchecked }) }];
  });

/** Instruments whose clause the notice does not have; there are none. */
export const withoutClause = (): Instrument[] =>
  instrumentCodes.filter((code) => clauseOf(profiles[code].clause) === undefined);
