import type { ApplicationHead } from '../../contracts/application.ts';
import type { LedgerEntry } from '../../contracts/ledger.ts';
import type { RuleValues } from '../../contracts/rule-values.ts';
import type { StoredLine } from '../../contracts/stored-line.ts';
import type { RecordRef } from '../../rules/facts.ts';
import { otherKeysOf, possiblePeriods, recordsOf } from '../../rules/line-definition.ts';
import { entitlementRow, type EntitlementRow } from '../entitlements.ts';
import {
  courseKey,
  entitlementKey,
  organisationKey,
  postKey,
  premisesKey,
  recognitionKey,
  workerKey,
  type Key,
} from '../keys.ts';
import { batchGet, type Item } from '../registers/batch-get.ts';
import { pickRecords, type Records } from '../registers/read-records.ts';
import type { Table } from '../table-client.ts';
import { usersIn, type MarkUsers } from './shared-marks.ts';

/** Everything beside the application that the rules read about some of its lines. */
export type Surroundings = Records & {
  /** Who holds which entitlement, by the key's partition. */
  readonly holders: Map<string, EntitlementRow>;
  /** Records of the other registers, by the key's partition, as they are stored. */
  readonly others: ReadonlyMap<string, unknown>;
  /** Who else shows an account or a phone of these lines, by the mark's partition. */
  readonly users: MarkUsers;
  /** What was paid before, by the entitlement's partition; read for supplements only. */
  readonly ledgers?: ReadonlyMap<string, readonly LedgerEntry[]>;
  /** The approved rule values of the county and the divisions over it. */
  readonly ruleValues: readonly Item[];
};

export const applicantOf = ({ organisationId, owner }: ApplicationHead): string => organisationId ?? owner;

export const keyOfRecord = (ref: RecordRef): Key => {
  switch (ref.kind) {
    case 'ORGANISATION':
      return organisationKey(ref.id);
    case 'COURSE':
      return courseKey(ref.id);
    case 'PREMISES':
      return premisesKey(ref.id);
    case 'POST':
      return postKey(ref.id);
    case 'RECOGNITION':
      return recognitionKey(ref.id, ref.of);
  }
};

/** The keys one line needs: its people, the records it rests on, and the entitlements it could earn or meet. */
export const keysOf = (head: ApplicationHead, line: StoredLine, values: RuleValues): Key[] => {
  const { subject, content, roster } = line;
  return [
    ...(roster ? roster.map((member) => workerKey(member.subject)) : [workerKey(subject)]),
    ...Object.values(recordsOf(content, applicantOf(head))).map(keyOfRecord),
    ...possiblePeriods(content, values).map((period) => entitlementKey(content.instrument, subject, period)),
    ...otherKeysOf(content, values).map(({ instrument, period }) =>
      entitlementKey(instrument, subject, period),
    ),
  ];
};

export const applicantKeys = (head: ApplicationHead): Key[] => [organisationKey(applicantOf(head))];

/** An organisation by the name the register has, so that a notice does not show a clerk’s; a person as they were. */
export const applicantNameIn = ({ organisations }: Records, head: ApplicationHead): string =>
  organisations.get(head.organisationId ?? '')?.name ?? head.applicantName;

const entitlementPrefix = 'ENTITLEMENT#';

const pkOf = (item: Item): string => (typeof item['pk'] === 'string' ? item['pk'] : '');

const isRuleValues = (item: Item): boolean => pkOf(item).startsWith('RULES#');

/** Registers, entitlements and rule values together, so that a one-line claim needs one round trip. */
export const readSurroundings = async (table: Table, keys: readonly Key[]): Promise<Surroundings> => {
  const all = await batchGet(table, keys);
  const items = all.filter((item) => !isRuleValues(item));
  const held = items.filter((item) => pkOf(item).startsWith(entitlementPrefix));
  const records = items.filter((item) => !pkOf(item).startsWith(entitlementPrefix));
  return {
    ...pickRecords(records),
    holders: new Map(held.map((item) => [pkOf(item), entitlementRow.parse(item)])),
    others: new Map(records.map((item) => [pkOf(item), item['record']])),
    users: usersIn(items),
    ruleValues: all.filter(isRuleValues),
  };
};
