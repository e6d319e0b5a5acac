import { birthDateOf, maskName } from '../../../../contracts/citizen-id.ts';
import type { Department } from '../../../../contracts/registers/difference.ts';
import type { WorkerRecord } from '../../../../contracts/registers/worker.ts';
import type { Vault } from '../../../../platform/vault.ts';
import { workerKey } from '../../../keys.ts';
import { openIdentity, sealIdentity, type Identity } from '../../sealed-identity.ts';
import { workerItem, type WorkerItem } from '../../worker-item.ts';
import { fromColumns } from '../from-columns.ts';
import { mergeRow } from '../merge-row.ts';
import { putIfUnchanged } from '../put-if-unchanged.ts';
import { nextAsOfBy, nextSource, rowByRow, type RegisterKind, type RowContext } from '../register-kind.ts';
import { faultsOfMerger, otherRecordOf } from './mergers.ts';
import { povertyDates, povertyStatuses, workerFaults } from './poverty-dates.ts';
import { mergedIntoNone, workerColumns, type WorkerRow as Row } from './worker-columns.ts';

/** Who a worker is and how to reach them is 人社's to say; household, poverty and relocation are 扶贫's. */
const ownerOf = (column: string): Department => (column === 'name' || column === 'phone' ? 'HR' : 'POVERTY');

const identityOf = ({ name, citizenId, phone: number, mergedInto }: Row): Identity => ({
  name,
  citizenId,
  ...(number !== undefined && { phone: number }),
  ...(mergedInto !== undefined && mergedInto !== mergedIntoNone && { mergedInto }),
});

/** The record as a row; its as-of date is the department's and no column of it. */
const heldRow = ({ pk, record, asOfBy, identitySealed }: WorkerItem, vault: Vault) => {
  const { name, phone, citizenId, mergedInto = mergedIntoNone } = openIdentity(vault, pk, identitySealed);
  return {
    values: {
      citizenId,
      name,
      phone,
      homeDivision: record.homeDivision,
      resettlementDivision: record.resettlementDivision,
      homeVillage: record.homeVillage,
      homeVillageName: record.homeVillageName,
      ...povertyDates(record.povertyStatuses),
      workCapacity: record.workCapacity,
      relocated: record.relocated,
      mergedInto,
    },
    asOfOf: (owner: Department) => asOfBy[owner] ?? record.source.asOf,
  };
};

/** The sequence number of an id is odd for men (GB 11643). */
const sexOf = (citizenId: string): WorkerRecord['sex'] =>
  Number(citizenId.charAt(16)) % 2 === 1 ? 'MALE' : 'FEMALE';

const noLists = {
  spells: [],
  seats: [],
  wages: [],
  contributions: [],
  otherBenefits: [],
  courses: [],
  overseasListings: [],
  circumstances: [],
};

/** Jobs, seats, wages and the like come from registers of their own; a row about the worker leaves them. */
const listsOf = (record: WorkerRecord): Pick<WorkerRecord, keyof typeof noLists> => ({
  spells: record.spells,
  seats: record.seats,
  wages: record.wages,
  contributions: record.contributions,
  otherBenefits: record.otherBenefits,
  courses: record.courses,
  overseasListings: record.overseasListings,
  circumstances: record.circumstances,
});

const recordOf = (row: Row, subject: string, mergedInto: string | undefined) => ({
  subject,
  ...(mergedInto !== undefined && { mergedInto }),
  birthDate: birthDateOf(row.citizenId),
  sex: sexOf(row.citizenId),
  homeDivision: row.homeDivision,
  ...(row.resettlementDivision !== undefined && { resettlementDivision: row.resettlementDivision }),
  ...(row.homeVillage !== undefined && { homeVillage: row.homeVillage }),
  ...(row.homeVillageName !== undefined && { homeVillageName: row.homeVillageName }),
  povertyStatuses: povertyStatuses(row),
  workCapacity: row.workCapacity,
  relocated: row.relocated,
});

type Change = Pick<RowContext, 'vault' | 'asOf' | 'department'>;

const itemOf = (row: Row, stored: WorkerItem | undefined, change: Change): WorkerItem => {
  const { vault, asOf } = change;
  const subject = vault.lookup('citizen', row.citizenId);
  const key = workerKey(subject);
  return {
    ...key,
    revision: stored?.revision ?? 0,
    maskedName: maskName(row.name),
    identitySealed: sealIdentity(vault, key.pk, identityOf(row)),
    asOfBy: nextAsOfBy(stored?.asOfBy, change),
    record: {
      ...recordOf(row, subject, otherRecordOf(row, vault)),
      ...(stored ? listsOf(stored.record) : noLists),
      ...(stored?.record.mergedFrom && { mergedFrom: stored.record.mergedFrom }),
      source: nextSource('workers', asOf, stored?.record.source),
    },
  };
};

/** What an empty cell does not take away: not every file has these columns. */
const keptWhereSilent = (
  row: Row,
  held: Pick<Row, 'mergedInto' | 'homeVillage' | 'homeVillageName'> | undefined,
): Pick<Row, 'mergedInto' | 'homeVillage' | 'homeVillageName'> => ({
  mergedInto: row.mergedInto ?? held?.mergedInto,
  homeVillage: row.homeVillage ?? held?.homeVillage,
  homeVillageName: row.homeVillageName ?? held?.homeVillageName,
});

export const workers: RegisterKind<Row, WorkerItem> = {
  register: 'workers',
  ...fromColumns(workerColumns),
  faultsOf: workerFaults,
  faultsAfter: faultsOfMerger,
  fileOnly: ['mergedInto'],
  identityOf: ({ citizenId }) => ({ text: citizenId, column: 'citizenId' }),
  keyOf: ({ citizenId }, vault) => workerKey(vault.lookup('citizen', citizenId)),
  referencesOf: (row, vault) => {
    const other = otherRecordOf(row, vault);
    return other === undefined ? [] : [workerKey(other)];
  },
  labelOf: ({ name }) => maskName(name),
  rowFrom: (item, _place, vault) => {
    const { values, asOfOf } = heldRow(item, vault);
    return { values: { ...values, asOf: undefined }, asOfOf };
  },
  parse: (item) => workerItem.parse(item),
  divisionOf: ({ record }) => record.homeDivision,
  applyRows: rowByRow((stored, row, { vault, asOf, department }) => {
    const held = stored && heldRow(stored, vault);
    const said = { ...row, ...keptWhereSilent(row, held?.values) };
    const merged = mergeRow(said, held, { department, asOf, ownerOf });
    if (stored !== undefined && !merged.changed)
      return { action: merged.action, item: stored, conflicts: merged.conflicts };
    const item = itemOf(merged.values, stored, { vault, asOf, department });
    return { action: merged.action, item, conflicts: merged.conflicts };
  }),
  write: putIfUnchanged,
};
