import type { ApplicationHead } from '../../contracts/application.ts';
import type { StoredLine, StoredMember } from '../../contracts/stored-line.ts';
import { dayOf } from '../../platform/time.ts';
import type { Vault } from '../../platform/vault.ts';
import { parseFacts, type LineFacts } from '../../rules/assess-line.ts';
import type { HeldEntitlement, Lookup, OtherEntitlement, RuleSet, Signals } from '../../rules/facts.ts';
import { otherKeysOf, possiblePeriods, recordsOf } from '../../rules/line-definition.ts';
import type { EntitlementRow } from '../entitlements.ts';
import { entitlementKey } from '../keys.ts';
import { isOwnAccount } from '../own-account.ts';
import { applicantOf, keyOfRecord, type Surroundings } from './read-surroundings.ts';
import { isOfFamily } from './supplement-line.ts';

const lookup = <Record>(records: ReadonlyMap<string, Record>, id: string): Lookup<Record> =>
  records.get(id) ?? 'UNKNOWN';

const isOurs = (row: EntitlementRow, head: ApplicationHead, line: StoredLine): boolean =>
  row.applicationId === head.applicationId && row.lineNo === line.lineNo;

const heldByOthers = (
  head: ApplicationHead,
  line: StoredLine,
  { holders }: Surroundings,
  { values }: RuleSet,
): HeldEntitlement[] =>
  possiblePeriods(line.content, values).flatMap((period) => {
    const row = holders.get(entitlementKey(line.content.instrument, line.subject, period).pk);
    if (row === undefined || isOurs(row, head, line) || isOfFamily(row, head, line)) return [];
    const { applicationId, precedence } = row;
    return [{ period, applicationId, ...(precedence !== undefined && { precedence }) }];
  });

const grantedElsewhere = (
  line: StoredLine,
  { holders }: Surroundings,
  { values }: RuleSet,
): OtherEntitlement[] =>
  otherKeysOf(line.content, values).flatMap(({ instrument, period }) => {
    const row = holders.get(entitlementKey(instrument, line.subject, period).pk);
    if (row === undefined) return [];
    const { applicationId, from, to } = row;
    return [
      {
        instrument,
        period,
        applicationId,
        ...(from !== undefined && { from }),
        ...(to !== undefined && { to }),
      },
    ];
  });

const memberFacts = ({ workers }: Surroundings, { subject, startsOn, endsOn }: StoredMember) => ({
  subject,
  startsOn,
  ...(endsOn !== undefined && { endsOn }),
  worker: lookup(workers, subject),
});

const recordsFor = (head: ApplicationHead, { content }: StoredLine, around: Surroundings) =>
  Object.fromEntries(
    Object.entries(recordsOf(content, applicantOf(head))).map(([name, ref]) => [
      name,
      ref.kind === 'ORGANISATION'
        ? lookup(around.organisations, ref.id)
        : lookup(around.others, keyOfRecord(ref).pk),
    ]),
  );

/** Everything the rules may know about a line, as the registers stood at this reading. */
export const factsOf = (
  vault: Vault,
  head: ApplicationHead,
  line: StoredLine,
  around: Surroundings,
  { rules, signals }: { readonly rules: RuleSet; readonly signals?: Signals | undefined },
): LineFacts => {
  const ownAccount = isOwnAccount(vault, head, line);
  return parseFacts(line.content.instrument, {
    ...line.content,
    ...(line.roster
      ? { roster: line.roster.map((member) => memberFacts(around, member)) }
      : { worker: lookup(around.workers, line.subject) }),
    ...recordsFor(head, line, around),
    held: heldByOthers(head, line, around, rules),
    others: grantedElsewhere(line, around, rules),
    division: head.division,
    ...(signals !== undefined && { signals }),
    ...(head.submittedAt !== undefined && { submittedOn: dayOf(head.submittedAt) }),
    ...(ownAccount !== undefined && { payeeIsWorker: ownAccount }),
  });
};
