import * as z from 'zod';
import type { LineAssessment, LineOutcome } from '../../contracts/assessment.ts';
import type { ReasonCode } from '../../contracts/reasons.ts';
import { instrument, type Instrument } from '../../contracts/instruments.ts';
import { assessLine } from '../assess-line.ts';
import { byImportance } from '../../contracts/reasons.ts';
import { overallOutcome } from '../conclude.ts';
import type { HeldEntitlement, RuleSet } from '../facts.ts';
import type { CaseWorld, PolicyCase } from './case-file.ts';
import type { CaseLine } from './case-line.ts';
import { PolicyCaseError } from './case-records.ts';
import { baseLines } from './base-case.ts';
import { caseRules } from './case-values.ts';
import { farmHiringLines, hiringLines } from './hiring-case.ts';
import { overseasLines } from './overseas-case.ts';
import { placementLines } from './placement-case.ts';
import { publicWorksLines } from './public-works-case.ts';
import { retentionLines } from './retention-case.ts';
import { socialInsuranceLines } from './social-insurance-case.ts';
import { trainingLines } from './training-case.ts';
import { transportLines } from './transport-case.ts';
import { unemploymentLines } from './unemployment-case.ts';
import { workshopLines } from './workshop-case.ts';

export type CaseAnswer = {
  readonly id: string;
  readonly instrument: string;
  readonly decision: LineOutcome | 'NOT_SUPPORTED';
  /** What is paid on this decision: nothing while an officer or a figure is waited for. */
  readonly amountFen: number;
  readonly reasonCode: ReasonCode | 'NOT_SUPPORTED';
  readonly reasons: readonly ReasonCode[];
  /** Line by line, with every check; in the order of the case. */
  readonly lines: readonly LineAssessment[];
};

const readers = {
  TRANSPORT_SUBSIDY: transportLines,
  PLACEMENT_SUBSIDY: placementLines,
  OVERSEAS_SUBSIDY: overseasLines,
  TRAINING_SUBSIDY: trainingLines,
  HIRING_SUBSIDY: hiringLines,
  FARM_HIRING_SUBSIDY: farmHiringLines,
  SOCIAL_INSURANCE_SUBSIDY: socialInsuranceLines,
  WORKSHOP_RECOGNITION: workshopLines,
  BASE_AWARD: baseLines,
  RETENTION_ALLOWANCE: retentionLines,
  PUBLIC_WORKS_POST: publicWorksLines,
  UNEMPLOYMENT_ASSISTANCE: unemploymentLines,
} as const satisfies Record<Instrument, (world: CaseWorld, raw: unknown) => CaseLine[]>;

const before = (period: string): HeldEntitlement => ({ period, applicationId: '此前' });

/** Assesses the lines in their turn: what a line earns stands in the way of the next one about the same worker. */
const assessInTurn = (lines: readonly CaseLine[], rules: RuleSet): LineAssessment[] => {
  const taken = new Map<string, HeldEntitlement[]>();
  const assessed = new Map<CaseLine, LineAssessment>();
  for (const line of lines.toSorted((a, b) => a.turn.localeCompare(b.turn))) {
    const held = [...line.alreadyPaid.map(before), ...(taken.get(line.subject) ?? [])];
    const assessment = assessLine({ ...line.facts, held }, rules);
    assessed.set(line, assessment);
    taken.set(line.subject, [...held, ...assessment.entitlements.map(({ period }) => before(period))]);
  }
  return lines.flatMap((line) => assessed.get(line) ?? []);
};

const conclude = (id: string, kind: Instrument, lines: readonly LineAssessment[]): CaseAnswer => {
  const decision = overallOutcome(lines.map(({ outcome }) => outcome));
  const codes = new Set(lines.flatMap(({ reasons }) => reasons));
  const reasons = [...codes].filter((code) => codes.size === 1 || code !== 'OK').sort(byImportance);
  const approved = decision === 'APPROVE' ? lines.filter(({ outcome }) => outcome === 'APPROVE') : [];
  return {
    id,
    instrument: kind,
    decision,
    amountFen: approved.reduce((sum, { amountFen }) => sum + amountFen, 0),
    reasonCode: reasons[0] ?? 'OK',
    reasons,
    lines,
  };
};

/** A figure is away that every check rests on: the case is kept, and nothing is said about it yet. */
const notConfigured = (id: string, kind: Instrument): CaseAnswer => ({
  id,
  instrument: kind,
  decision: 'NOT_CONFIGURED',
  amountFen: 0,
  reasonCode: 'RULE_NOT_CONFIGURED',
  reasons: ['RULE_NOT_CONFIGURED'],
  lines: [],
});

const unreadable = (id: string, error: unknown): unknown => {
  if (error instanceof z.ZodError)
    return new PolicyCaseError(`${id}: ${z.prettifyError(error)}`, { cause: error });
  if (error instanceof PolicyCaseError)
    return new PolicyCaseError(`${id}: ${error.message}`, { cause: error });
  return error;
};

/**
 * Decides a policy case as the desk would decide the claim. What the facts state counts as known to the registers.
 * @throws PolicyCaseError when a case names somebody who is not in the file, or cannot be read
 */
export const decideCase = (
  { id, instrument: name, facts, config }: PolicyCase,
  world: CaseWorld,
): CaseAnswer => {
  const supported = instrument.safeParse(name);
  if (!supported.success)
    return {
      id,
      instrument: name,
      decision: 'NOT_SUPPORTED',
      amountFen: 0,
      reasonCode: 'NOT_SUPPORTED',
      reasons: [],
      lines: [],
    };
  try {
    const lines = readers[supported.data](world, facts);
    const figures = lines.reduce((known, line) => ({ ...line.figures, ...known }), config);
    const { rules, missing } = caseRules(supported.data, world.defaultConfig, figures);
    return missing.length > 0
      ? notConfigured(id, supported.data)
      : conclude(id, supported.data, assessInTurn(lines, rules));
  } catch (error) {
    throw unreadable(id, error);
  }
};
