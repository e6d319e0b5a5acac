import type { Check, EntitlementPart, LineAssessment, LineOutcome } from '../contracts/assessment.ts';
import { byImportance, type ReasonCode } from '../contracts/reasons.ts';
import type { Instrument } from '../contracts/instruments.ts';

const isOpen = ({ outcome }: Check): boolean => outcome === 'CAVEAT' || outcome === 'UNAVAILABLE';

const outcomeOf = (checks: readonly Check[]): LineOutcome => {
  let open = false;
  let unset = false;
  for (const check of checks) {
    if (check.outcome === 'FAIL') return 'REJECT';
    if (isOpen(check)) open = true;
    if (check.reasonCode === 'RULE_NOT_CONFIGURED') unset = true;
  }
  if (unset) return 'NOT_CONFIGURED';
  return open ? 'REVIEW' : 'APPROVE';
};

const decisive: Record<LineOutcome, (check: Check) => boolean> = {
  REJECT: ({ outcome }) => outcome === 'FAIL',
  NOT_CONFIGURED: ({ outcome }) => outcome !== 'NOT_APPLICABLE',
  REVIEW: isOpen,
  APPROVE: ({ outcome }) => outcome === 'PASS',
};

const reasonsOf = (checks: readonly Check[], outcome: LineOutcome): ReasonCode[] => {
  const decides = decisive[outcome];
  const reasons: ReasonCode[] = [];
  for (const check of checks) {
    const { reasonCode } = check;
    if (reasonCode !== undefined && decides(check) && !reasons.includes(reasonCode)) reasons.push(reasonCode);
  }
  reasons.sort(byImportance);
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

/** The rule values that a line needed and nobody had set, by their names. */
export const missingIn = (checks: readonly Check[]): string[] => [
  ...new Set(
    checks
      .filter(({ reasonCode }) => reasonCode === 'RULE_NOT_CONFIGURED')
      .flatMap(({ values }) => values.filter(({ value }) => value === null).map(({ ruleId }) => ruleId)),
  ),
];
