import type { LineOutcome } from '../../contracts/assessment.ts';
import type { Instrument } from '../../contracts/instruments.ts';
import type { Fen, IsoDate } from '../../contracts/scalars.ts';
import { assessLine, type LineFacts } from '../assess-line.ts';
import type { RuleSet } from '../facts.ts';
import { ruleDayOf } from '../line-definition.ts';
import { sameValues } from './same-values.ts';

/** What a line comes to under one set of values; NONE where the registers amount to no claim under it. */
export type Result = { readonly outcome: LineOutcome | 'NONE'; readonly amountFen: Fen };

/** One line under today's values and under the changed ones. */
export type Comparison = {
  /** FILED: a stored line, by its recorded facts. REGISTER: what a worker's registers alone amount to. */
  readonly basis: 'FILED' | 'REGISTER';
  readonly county: string;
  readonly instrument: Instrument;
  /** An application and its line, or a masked name. */
  readonly who: string;
  /** AT_MOST: the fare is not known, so the amounts are the most that could be paid. */
  readonly amount: 'KNOWN' | 'AT_MOST';
  readonly before: Result;
  readonly after: Result;
};

export const noClaim: Result = { outcome: 'NONE', amountFen: 0 };

/** The rule values of one county, day by day. */
export type RulesOn = (day: IsoDate) => RuleSet;

export const resultOf = (facts: LineFacts, rulesOn: RulesOn): Result => {
  const { outcome, amountFen } = assessLine(facts, rulesOn(ruleDayOf(facts)));
  return { outcome, amountFen };
};

/** Decides the same facts twice; once where the changed values touch neither the county nor the day. */
export const resultsOf = (
  facts: LineFacts,
  before: RulesOn,
  after: RulesOn,
): Pick<Comparison, 'before' | 'after'> => {
  const day = ruleDayOf(facts);
  const first = resultOf(facts, before);
  return { before: first, after: sameValues(before(day), after(day)) ? first : resultOf(facts, after) };
};
