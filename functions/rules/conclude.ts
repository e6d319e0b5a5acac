import type {
  Check,
  EntitlementPart,
  LineAssessment,
  LineOutcome,
  ReasonCode,
} from '../contracts/assessment.ts';
import type { Instrument } from '../contracts/instruments.ts';

/** The order in which reasons are named: what settles the case first, what only colours it last. */
const importance: readonly ReasonCode[] = [
  'RULE_NOT_CONFIGURED',
  'NOT_MARKET_INTERMEDIARY',
  'LICENCE_NOT_VALID',
  'NOT_REGISTERED_POOR',
  'UNDER_AGE',
  'NOT_ABLE_TO_WORK',
  'DUPLICATE',
  'NOT_ORGANISED',
  'NOT_OUTSIDE_COUNTY',
  'OVERSEAS_NOT_TIERED',
  'OUT_OF_WINDOW',
  'CONTRACT_TOO_SHORT',
  'WRONG_EMPLOYMENT_KIND',
  'NO_COUNTED_MONTH',
  'NO_COST_INCURRED',
  'PAYEE_NOT_WORKER',
  'CLAIMED_ELSEWHERE',
  'OVERSEAS_TRAVEL',
  'EMPLOYER_IS_APPLICANT',
  'LEFT_WITHIN_30_DAYS',
  'TASK_BASED_CONTRACT',
  'PROOF_MISSING',
  'REGISTER_DIFFERS',
  'REGISTER_DOES_NOT_KNOW',
  'CAPPED',
  'OK',
];

export const byImportance = (a: ReasonCode, b: ReasonCode): number =>
  importance.indexOf(a) - importance.indexOf(b);

const outcomeOf = (checks: readonly Check[]): LineOutcome => {
  if (checks.some(({ outcome }) => outcome === 'FAIL')) return 'REJECT';
  if (checks.some(({ reasonCode }) => reasonCode === 'RULE_NOT_CONFIGURED')) return 'NOT_CONFIGURED';
  const open = checks.some(({ outcome }) => outcome === 'CAVEAT' || outcome === 'UNAVAILABLE');
  return open ? 'REVIEW' : 'APPROVE';
};

const decisive: Record<LineOutcome, (check: Check) => boolean> = {
  REJECT: ({ outcome }) => outcome === 'FAIL',
  NOT_CONFIGURED: ({ outcome }) => outcome !== 'NOT_APPLICABLE',
  REVIEW: ({ outcome }) => outcome === 'CAVEAT' || outcome === 'UNAVAILABLE',
  APPROVE: ({ outcome }) => outcome === 'PASS',
};

const reasonsOf = (checks: readonly Check[], outcome: LineOutcome): ReasonCode[] => {
  const codes = checks.filter(decisive[outcome]).flatMap(({ reasonCode }) => reasonCode ?? []);
  const reasons = [...new Set(codes)].sort(byImportance);
  return reasons.length > 0 ? reasons : ['OK'];
};

/**
 * What the checks of a line come to. A refusal names every reason; an unclear line keeps the amount that would be
 * paid if the officer approves.
 */
export const conclude = (
  instrument: Instrument,
  clause: string,
  checks: readonly Check[],
  parts: readonly EntitlementPart[],
): LineAssessment => {
  const outcome = outcomeOf(checks);
  const reasons = reasonsOf(checks, outcome);
  const entitlements = outcome === 'APPROVE' || outcome === 'REVIEW' ? parts : [];
  return {
    instrument,
    outcome,
    amountFen: entitlements.reduce((sum, { amountFen }) => sum + amountFen, 0),
    reasonCode: reasons[0] ?? 'OK',
    reasons,
    clause,
    entitlements: [...entitlements],
    checks: [...checks],
  };
};

/** An application is as open as its most open line. */
export const overallOutcome = (outcomes: Iterable<LineOutcome>): LineOutcome => {
  const seen = new Set(outcomes);
  if (seen.has('NOT_CONFIGURED')) return 'NOT_CONFIGURED';
  if (seen.has('REVIEW')) return 'REVIEW';
  return seen.has('APPROVE') ? 'APPROVE' : 'REJECT';
};
