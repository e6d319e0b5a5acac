import type { Licence } from '../../../../contracts/registers/organisation.ts';
import { organisationKey } from '../../../keys.ts';
import type { ValuesOf } from '../../cells/column.ts';
import { wordCell } from '../../cells/readers.ts';
import { organisationItem, type OrganisationItem } from '../../organisation-item.ts';
import { registerNames } from '../../register-names.ts';
import { fromColumns } from '../from-columns.ts';
import { mergeRow } from '../merge-row.ts';
import { putIfUnchanged } from '../put-if-unchanged.ts';
import { nextSource, rowByRow, type Fault, type RegisterKind } from '../register-kind.ts';
import {
  asOfColumn,
  codeColumn,
  creditCodeCell,
  dateColumn,
  divisionOfCode,
  maybeDateColumn,
  numberColumn,
  rangeFaults,
} from './common-columns.ts';

export const licenceKindCell = wordCell({
  HR_SERVICE: ['人力资源服务许可'],
  OVERSEAS_LABOUR: ['对外劳务合作经营资格'],
  VOCATIONAL_TRAINING: ['职业培训办学许可', '民办学校办学许可'],
});

/** One row per licence; an organisation may have several, and several of one kind one after another. */
const columns = {
  organisationId: codeColumn(['统一社会信用代码'], 'credit_code', creditCodeCell),
  kind: codeColumn(['许可类别'], 'licence_kind', licenceKindCell),
  number: numberColumn(['许可证号'], 'licence_number'),
  startsOn: dateColumn(['许可起始日期'], 'licence_from'),
  endsOn: maybeDateColumn(['许可截止日期'], 'licence_to'),
  asOf: asOfColumn,
} as const;
type Row = ValuesOf<typeof columns>;

const unknownOrganisation: Fault<Row>['remark'] = {
  code: 'ORGANISATION_UNKNOWN',
  problem: { zh: '机构台账中没有此机构。', en: 'The register of organisations does not know this one.' },
  mend: { zh: '请先导入机构。', en: 'Import the organisation first.' },
};

type Named = Pick<Licence, 'kind' | 'number'>;
const nameOf = ({ kind, number }: Named): string => `${kind} ${number}`;

/** The licences with this one among them, in a fixed order. */
export const withLicence = (licences: readonly Licence[], licence: Licence): Licence[] =>
  [...licences.filter((other) => nameOf(other) !== nameOf(licence)), licence].sort((a, b) =>
    nameOf(a) < nameOf(b) ? -1 : 1,
  );

export const licences: RegisterKind<Row, OrganisationItem> = {
  register: 'licences',
  ...fromColumns(columns),
  faultsOf: rangeFaults,
  identityOf: (row) => ({ text: `${row.organisationId}|${nameOf(row)}`, column: 'number' }),
  keyOf: ({ organisationId }) => organisationKey(organisationId),
  labelOf: ({ number }) => number,
  entryOf: nameOf,
  rowFrom: ({ record }, { entry }) => {
    const held = record.licences.find((licence) => nameOf(licence) === entry);
    return (
      held && {
        values: {
          organisationId: record.organisationId,
          ...held,
          endsOn: held.endsOn,
          asOf: undefined,
        },
        asOfOf: () => record.source.asOf,
      }
    );
  },
  parse: (item) => organisationItem.parse(item),
  divisionOf: ({ record }) => divisionOfCode(record.organisationId),
  applyRows: rowByRow((stored, row, { department, asOf }) => {
    if (stored === undefined) return { faults: [{ column: 'organisationId', remark: unknownOrganisation }] };
    const { record } = stored;
    const before = record.licences.find((licence) => nameOf(licence) === nameOf(row));
    // A licence has no source of its own, so it is as old as the organisation's record.
    const merged = mergeRow(
      row,
      before && {
        values: { startsOn: before.startsOn, endsOn: before.endsOn },
        asOfOf: () => record.source.asOf,
      },
      { department, asOf, ownerOf: () => registerNames.licences.department },
    );
    if (!merged.changed) return { action: merged.action, item: stored, conflicts: merged.conflicts };
    const { kind, number, startsOn, endsOn } = merged.values;
    const licence = { kind, number, startsOn, ...(endsOn !== undefined && { endsOn }) };
    return {
      action: merged.action,
      item: {
        ...stored,
        record: {
          ...record,
          licences: withLicence(record.licences, licence),
          source: nextSource('organisations', asOf, record.source),
        },
      },
      conflicts: merged.conflicts,
    };
  }),
  write: putIfUnchanged,
};
