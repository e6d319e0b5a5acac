import { entitlementRow, type EntitlementRow } from '../entitlements.ts';
import type { ApplicationHead } from '../../contracts/application.ts';
import type { StoredLine } from '../../contracts/stored-line.ts';
import type { RuleValues } from '../../contracts/rule-values.ts';
import { possiblePeriods } from '../../rules/periods.ts';
import { entitlementKey, organisationKey, workerKey, type Key } from '../keys.ts';
import { batchGet, type Item } from '../registers/batch-get.ts';
import { pickRecords, type Records } from '../registers/read-records.ts';
import type { Table } from '../table-client.ts';

/** Everything beside the application that the rules read about some of its lines. */
export type Surroundings = Records & {
  /** Who holds which entitlement, by the key's partition. */
  readonly holders: Map<string, EntitlementRow>;
};

/** The keys one line needs: its worker, its employer, and the entitlements it could earn. */
export const keysOf = (line: StoredLine, values: RuleValues): Key[] => {
  const { instrument, claim } = line.content;
  return [
    workerKey(line.subject),
    ...(instrument === 'PLACEMENT_SUBSIDY' ? [organisationKey(claim.employerCode)] : []),
    ...possiblePeriods(line.content, values).map((period) =>
      entitlementKey(instrument, line.subject, period),
    ),
  ];
};

export const applicantKeys = ({ organisationId, owner }: ApplicationHead): Key[] => [
  organisationKey(organisationId ?? owner),
];

/** An organisation by the name the register has, so that a notice does not show a clerk’s; a person as they were. */
export const applicantNameIn = ({ organisations }: Records, head: ApplicationHead): string =>
  organisations.get(head.organisationId ?? '')?.name ?? head.applicantName;

const entitlementPrefix = 'ENTITLEMENT#';

const pkOf = (item: Item): string => (typeof item['pk'] === 'string' ? item['pk'] : '');

/** Registers and entitlements together, so that a one-line claim needs one round trip. */
export const readSurroundings = async (table: Table, keys: readonly Key[]): Promise<Surroundings> => {
  const items = await batchGet(table, keys);
  const held = items.filter((item) => pkOf(item).startsWith(entitlementPrefix));
  return {
    ...pickRecords(items.filter((item) => !pkOf(item).startsWith(entitlementPrefix))),
    holders: new Map(held.map((item) => [pkOf(item), entitlementRow.parse(item)])),
  };
};
