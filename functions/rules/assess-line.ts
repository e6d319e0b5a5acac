import type * as z from 'zod';
import type { LineAssessment } from '../contracts/assessment.ts';
import type { Instrument } from '../contracts/instruments.ts';
import type { RuleSet } from './facts.ts';
import { instruments, type InstrumentList } from './instruments.ts';

export type FactsOf<Code extends Instrument> = z.output<InstrumentList[Code]['facts']>;

/** Everything the rules may know about one line. */
export type LineFacts = { [Code in Instrument]: FactsOf<Code> }[Instrument];

type Decided = {
  readonly facts: z.ZodType<LineFacts>;
  assess(facts: LineFacts, rules: RuleSet): LineAssessment;
};
const byInstrument: Readonly<Record<Instrument, Decided>> = instruments;

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
export const assessLine = (facts: LineFacts, rules: RuleSet): LineAssessment =>
  byInstrument[facts.instrument].assess(facts, rules);
