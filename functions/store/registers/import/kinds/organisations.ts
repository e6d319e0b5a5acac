import { maskCitizenId, maskName } from '../../../../contracts/citizen-id.ts';
import type { Department } from '../../../../contracts/registers/difference.ts';
import type { Licence, OrganisationRecord } from '../../../../contracts/registers/organisation.ts';
import type { Vault } from '../../../../platform/vault.ts';
import { organisationKey } from '../../../keys.ts';
import { organisationItem, type OrganisationItem } from '../../organisation-item.ts';
import { openIdentity, sealIdentity, type Identity } from '../../sealed-identity.ts';
import { fromColumns } from '../from-columns.ts';
import { mergeRow, type StoredRow } from '../merge-row.ts';
import { putIfUnchanged } from '../put-if-unchanged.ts';
import { nextAsOfBy, nextSource, rowByRow, type RegisterKind, type RowContext } from '../register-kind.ts';
import { divisionOfCode } from './common-columns.ts';
import { withLicence } from './licences.ts';
import { organisationColumns, type OrganisationRow as Row } from './organisation-columns.ts';
import { organisationFaults, organisationNotes } from './organisation-faults.ts';

export const brokerId = (vault: Vault, citizenId: string): string =>
  `BROKER-${vault.lookup('citizen', citizenId)}`;

/** A credit code; for a labour broker, who has none, `BROKER-` and the pseudonym of the citizen id. */
const organisationIdOf = ({ creditCode: code, citizenId: id }: Row, vault: Vault): string =>
  code ?? brokerId(vault, id ?? '');

/** Which enterprises relieve poverty is for the poverty office to say. */
const ownerOf = (column: string): Department => (column === 'povertyRelief' ? 'POVERTY' : 'HR');

/** What a licence beside an organisation allows, where the row does not say. */
const usualKind = ({ type, licenceKind }: Row): Licence['kind'] =>
  licenceKind ?? (type === 'TRAINING_PROVIDER' ? 'VOCATIONAL_TRAINING' : 'HR_SERVICE');

const licenceOf = (row: Row): Licence | undefined =>
  row.licenceNumber === undefined || row.licenceFrom === undefined
    ? undefined
    : {
        kind: usualKind(row),
        number: row.licenceNumber,
        startsOn: row.licenceFrom,
        ...(row.licenceTo !== undefined && { endsOn: row.licenceTo }),
      };

const storedLicence = ({ licences }: OrganisationRecord, row: Row): Partial<Row> => {
  if (row.licenceNumber === undefined) return {};
  const held = licences.find(({ kind, number }) => kind === usualKind(row) && number === row.licenceNumber);
  return { licenceNumber: held?.number, licenceFrom: held?.startsOn, licenceTo: held?.endsOn };
};

const storedRow = (
  { pk, record, asOfBy, identitySealed }: OrganisationItem,
  row: Row,
  vault: Vault,
): StoredRow<Row> => ({
  values: {
    name: identitySealed === undefined ? record.name : openIdentity(vault, pk, identitySealed).name,
    type: record.type,
    sizeClass: record.sizeClass,
    povertyRelief: record.povertyRelief,
    ownerGroup: record.ownerGroup,
    ...storedLicence(record, row),
  },
  asOfOf: (owner) => asOfBy[owner] ?? record.source.asOf,
});

/** The record without a licence: those of an organisation are taken over in their own register. */
const heldRow = ({ pk, record, identitySealed }: OrganisationItem, vault: Vault): Row => {
  const broker = identitySealed === undefined ? undefined : openIdentity(vault, pk, identitySealed);
  return {
    creditCode: broker === undefined ? record.organisationId : undefined,
    citizenId: broker?.citizenId,
    name: broker?.name ?? record.name,
    type: record.type,
    sizeClass: record.sizeClass,
    povertyRelief: record.povertyRelief,
    ownerGroup: record.ownerGroup,
    licenceNumber: undefined,
    licenceKind: undefined,
    licenceFrom: undefined,
    licenceTo: undefined,
    asOf: undefined,
  };
};

const recordOf = (row: Row, organisationId: string, before: OrganisationRecord | undefined) => {
  const licence = licenceOf(row);
  const licences = before?.licences ?? [];
  return {
    organisationId,
    name: row.citizenId === undefined ? row.name : maskName(row.name),
    type: row.type,
    ...(row.sizeClass !== undefined && { sizeClass: row.sizeClass }),
    povertyRelief: row.povertyRelief ?? false,
    ...(row.ownerGroup !== undefined && { ownerGroup: row.ownerGroup }),
    licences: licence === undefined ? licences : withLicence(licences, licence),
  };
};

/** Only a broker is a person whose identity is to be sealed. */
const brokerOf = ({ name, citizenId: id }: Row): Identity | undefined =>
  id === undefined ? undefined : { name, citizenId: id };

type Change = Pick<RowContext, 'vault' | 'asOf' | 'department'>;

const itemOf = (row: Row, stored: OrganisationItem | undefined, change: Change): OrganisationItem => {
  const { vault, asOf } = change;
  const organisationId = organisationIdOf(row, vault);
  const key = organisationKey(organisationId);
  const broker = brokerOf(row);
  return {
    ...key,
    revision: stored?.revision ?? 0,
    ...(broker && { identitySealed: sealIdentity(vault, key.pk, broker) }),
    asOfBy: nextAsOfBy(stored?.asOfBy, change),
    record: {
      ...recordOf(row, organisationId, stored?.record),
      source: nextSource('organisations', asOf, stored?.record.source),
    },
  };
};

/** Both may be left out of a file that is about something else. */
const withStored = (row: Row, stored: OrganisationItem | undefined): Row => ({
  ...row,
  sizeClass: row.sizeClass ?? stored?.record.sizeClass,
  povertyRelief: row.povertyRelief ?? stored?.record.povertyRelief,
});

export const organisations: RegisterKind<Row, OrganisationItem> = {
  register: 'organisations',
  ...fromColumns(organisationColumns),
  faultsOf: organisationFaults,
  identityOf: ({ creditCode: code, citizenId: id }) =>
    code === undefined ? { text: id ?? '', column: 'citizenId' } : { text: code, column: 'creditCode' },
  keyOf: (row, vault) => organisationKey(organisationIdOf(row, vault)),
  labelOf: ({ name, citizenId: id }) => (id === undefined ? name : `${maskName(name)} ${maskCitizenId(id)}`),
  rowFrom: (item, { column }, vault) =>
    column.startsWith('licence')
      ? undefined
      : {
          values: heldRow(item, vault),
          asOfOf: (owner) => item.asOfBy[owner] ?? item.record.source.asOf,
        },
  parse: (item) => organisationItem.parse(item),
  divisionOf: ({ record }) => divisionOfCode(record.organisationId),
  applyRows: rowByRow((stored, row, { vault, asOf, department }) => {
    const told = withStored(row, stored);
    const merged = mergeRow(told, stored && storedRow(stored, row, vault), { department, asOf, ownerOf });
    const { action, conflicts } = merged;
    const notes = organisationNotes(row);
    if (stored !== undefined && !merged.changed) return { action, item: stored, notes, conflicts };
    return { action, item: itemOf(merged.values, stored, { vault, asOf, department }), notes, conflicts };
  }),
  write: putIfUnchanged,
};
