import type { ApplicationHead } from '../../contracts/application.ts';
import type { LineAssessment } from '../../contracts/assessment.ts';
import type { IsoDate } from '../../contracts/scalars.ts';
import type { StoredLine } from '../../contracts/stored-line.ts';
import type { Vault } from '../../platform/vault.ts';
import { assessLine, type LineFacts } from '../../rules/assess-line.ts';
import { missingIn } from '../../rules/conclude.ts';
import type { HeldEntitlement, RuleSet, Signals } from '../../rules/facts.ts';
import { ruleDayOf } from '../../rules/line-definition.ts';
import { precedenceOf } from '../entitlements.ts';
import { entitlementKey } from '../keys.ts';
import { factsOf } from './facts-of.ts';
import type { Surroundings } from './read-surroundings.ts';
import { supplementLine } from './supplement-line.ts';

export type AssessedLine = {
  readonly line: StoredLine;
  readonly facts: LineFacts;
  readonly rules: RuleSet;
  readonly assessment: LineAssessment;
  readonly after: StoredLine;
};

const standingAfter = ({ outcome }: LineAssessment): StoredLine['standing'] => {
  if (outcome === 'APPROVE') return 'APPROVED';
  return outcome === 'REJECT' ? 'REFUSED' : 'OPEN';
};

const after = (
  line: StoredLine,
  assessment: LineAssessment,
  taken: readonly HeldEntitlement[],
  run: number,
): StoredLine => {
  const { outcome, amountFen, reasonCode, reasons, entitlements, checks } = assessment;
  const elsewhere = new Set(taken.map(({ period }) => period));
  const held = entitlements.filter(({ period }) => !elsewhere.has(period));
  const standing = standingAfter(assessment);
  const missing = outcome === 'NOT_CONFIGURED' ? missingIn(checks) : undefined;
  return {
    ...line,
    run,
    outcome,
    amountFen,
    reasonCode,
    reasons,
    standing,
    earns: entitlements,
    held,
    missing,
  };
};

/** A line that takes an entitlement stands in the way of the lines after it, in this application too. */
const noteTaken = (head: ApplicationHead, line: StoredLine, { holders }: Surroundings): void => {
  const precedence = precedenceOf(line);
  for (const { period, amountFen } of line.held)
    holders.set(entitlementKey(line.content.instrument, line.subject, period).pk, {
      applicationId: head.applicationId,
      lineNo: line.lineNo,
      period,
      amountFen,
      division: head.division,
      ...(precedence !== undefined && { precedence }),
    });
};

type Given = {
  readonly rulesOn: (day: IsoDate) => RuleSet;
  /** What the desk counted for each line, for its risk checks. */
  readonly signals: ReadonlyMap<number, Signals>;
  readonly run: number;
};

/** Assesses lines in their order, each by the values of its own event date. Two lines about one worker do not both earn. */
export const assessLines = (
  vault: Vault,
  head: ApplicationHead,
  lines: readonly StoredLine[],
  around: Surroundings,
  { rulesOn, signals, run }: Given,
): AssessedLine[] =>
  lines.map((line) => {
    const rules = rulesOn(ruleDayOf(line.content));
    const facts = factsOf(vault, head, line, around, { rules, signals: signals.get(line.lineNo) });
    const assessment = assessLine(facts, rules);
    const usual = after(line, assessment, facts.held, run);
    const isSupplement = head.adjusts !== undefined;
    const assessed = {
      line,
      facts,
      rules,
      assessment,
      after: isSupplement ? supplementLine(head, usual, assessment.entitlements, around) : usual,
    };
    noteTaken(head, assessed.after, around);
    return assessed;
  });
