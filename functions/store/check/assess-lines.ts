import type { ApplicationHead } from '../../contracts/application.ts';
import type { LineAssessment } from '../../contracts/assessment.ts';
import type { StoredLine } from '../../contracts/stored-line.ts';
import { dayOf } from '../../platform/time.ts';
import type { Vault } from '../../platform/vault.ts';
import { assessLine } from '../../rules/assess-line.ts';
import type { HeldEntitlement, LineFacts, Lookup, RuleSet } from '../../rules/facts.ts';
import { possiblePeriods } from '../../rules/periods.ts';
import { precedenceOf, type EntitlementRow } from '../entitlements.ts';
import { entitlementKey } from '../keys.ts';
import { isOwnAccount } from '../own-account.ts';
import type { Surroundings } from './read-surroundings.ts';

export type AssessedLine = {
  readonly line: StoredLine;
  readonly assessment: LineAssessment;
  readonly after: StoredLine;
};

const lookup = <Record>(records: ReadonlyMap<string, Record>, id: string): Lookup<Record> =>
  records.get(id) ?? 'UNKNOWN';

const keyOf = ({ content, subject }: StoredLine, period: string): string =>
  entitlementKey(content.instrument, subject, period).pk;

const isOurs = (row: EntitlementRow, head: ApplicationHead, line: StoredLine): boolean =>
  row.applicationId === head.applicationId && row.lineNo === line.lineNo;

const heldByOthers = (
  head: ApplicationHead,
  line: StoredLine,
  { holders }: Surroundings,
  { values }: RuleSet,
): HeldEntitlement[] =>
  possiblePeriods(line.content, values).flatMap((period) => {
    const row = holders.get(keyOf(line, period));
    if (row === undefined || isOurs(row, head, line)) return [];
    const { applicationId, precedence } = row;
    return [{ period, applicationId, ...(precedence !== undefined && { precedence }) }];
  });

const factsOf = (
  vault: Vault,
  head: ApplicationHead,
  line: StoredLine,
  around: Surroundings,
  rules: RuleSet,
): LineFacts => {
  const ownAccount = isOwnAccount(vault, head, line);
  const common = {
    worker: lookup(around.workers, line.subject),
    held: heldByOthers(head, line, around, rules),
    division: head.division,
    ...(head.submittedAt !== undefined && { submittedOn: dayOf(head.submittedAt) }),
    ...(ownAccount !== undefined && { payeeIsWorker: ownAccount }),
  };
  const { content } = line;
  if (content.instrument !== 'PLACEMENT_SUBSIDY') return { ...content, ...common };
  return {
    ...content,
    ...common,
    applicant: lookup(around.organisations, head.organisationId ?? head.owner),
    employer: lookup(around.organisations, content.claim.employerCode),
  };
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
  const { outcome, amountFen, reasonCode, reasons, entitlements } = assessment;
  const elsewhere = new Set(taken.map(({ period }) => period));
  const held = entitlements.filter(({ period }) => !elsewhere.has(period));
  const standing = standingAfter(assessment);
  return { ...line, run, outcome, amountFen, reasonCode, reasons, standing, earns: entitlements, held };
};

/** A line that takes an entitlement stands in the way of the lines after it, in this application too. */
const noteTaken = (head: ApplicationHead, line: StoredLine, { holders }: Surroundings): void => {
  const precedence = precedenceOf(line);
  for (const { period, amountFen } of line.held)
    holders.set(keyOf(line, period), {
      applicationId: head.applicationId,
      lineNo: line.lineNo,
      period,
      amountFen,
      division: head.division,
      ...(precedence !== undefined && { precedence }),
    });
};

/** Assesses lines in their order. Two lines about one worker do not both earn. */
export const assessLines = (
  vault: Vault,
  head: ApplicationHead,
  lines: readonly StoredLine[],
  around: Surroundings,
  rules: RuleSet,
  run: number,
): AssessedLine[] =>
  lines.map((line) => {
    const facts = factsOf(vault, head, line, around, rules);
    const assessment = assessLine(facts, rules);
    const assessed = { line, assessment, after: after(line, assessment, facts.held, run) };
    noteTaken(head, assessed.after, around);
    return assessed;
  });
