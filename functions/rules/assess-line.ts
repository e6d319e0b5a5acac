import type * as z from 'zod';
import type { Check, LineAssessment } from '../contracts/assessment.ts';
import type { Instrument } from '../contracts/instruments.ts';
import type { RuleSet } from './facts.ts';
import { conclude } from './conclude.ts';
import { decisions } from './decisions.ts';
import { riskChecks } from './risk/index.ts';

export type FactsOf<Code extends Instrument> = z.output<(typeof decisions)[Code]['facts']>;

/** Everything the rules may know about one line. */
export type LineFacts = { [Code in Instrument]: FactsOf<Code> }[Instrument];

/** A risk that was found sends the line to a person; it changes no amount and refuses nothing. */
const withRisks = (assessment: LineAssessment, risks: readonly Check[]): LineAssessment => {
  const { instrument, clause, entitlements } = assessment;
  const checks = [...assessment.checks, ...risks];
  return risks.some(({ outcome }) => outcome === 'CAVEAT')
    ? conclude(instrument, clause, checks, entitlements)
    : { ...assessment, checks };
};

type Decided = {
  readonly facts: z.ZodType<LineFacts>;
  assess(facts: LineFacts, rules: RuleSet): LineAssessment;
};
const byInstrument: Readonly<Record<Instrument, Decided>> = decisions;

/**
 * Facts that were gathered or stored, as the instrument's own shape.
 * @throws ZodError when they are not
 */
export const parseFacts = (instrument: Instrument, facts: unknown): LineFacts =>
  byInstrument[instrument].facts.parse(facts);

/**
 * Decides one line: every check runs, every reason is given, and nothing is read but the facts and the rule values.
 * The same facts and values give the same answer on any day.
 */
export const assessLine = (facts: LineFacts, rules: RuleSet): LineAssessment => {
  const assessment = byInstrument[facts.instrument].assess(facts, rules);
  return withRisks(assessment, riskChecks(facts, rules));
};
