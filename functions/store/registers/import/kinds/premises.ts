import type { PremisesRecord } from '../../../../contracts/registers/organisation.ts';
import { premisesKey } from '../../../keys.ts';
import type { ValuesOf } from '../../cells/column.ts';
import { wordCell, yuanCell } from '../../cells/readers.ts';
import { premisesItem } from '../../register-item.ts';
import { fromColumns } from '../from-columns.ts';
import { ownRecord } from '../own-record.ts';
import { without } from '../without.ts';
import {
  asOfColumn,
  codeColumn,
  countyCell,
  creditCodeCell,
  dateColumn,
  maybeDateColumn,
  numberColumn,
  rangeFaults,
  textColumn,
} from './common-columns.ts';

const providerCell = wordCell({
  GOVERNMENT: ['政府', '政府及部门'],
  VILLAGE_COLLECTIVE: ['村集体'],
  PRIVATE: ['社会出租', '企业或个人'],
  OWN: ['自有'],
});

/** One row per occupant: the premises of its workshop (POLICY 3.9). */
const columns = {
  premisesId: numberColumn(['场地编号'], 'premises_id'),
  occupantCode: codeColumn(['使用单位信用代码'], 'occupant_code', creditCodeCell),
  division: codeColumn(['所在县', '县代码'], 'division', countyCell),
  providerName: textColumn(['提供方'], 'provider_name'),
  providerKind: codeColumn(['提供方类别'], 'provider_kind', providerCell),
  rentFen: codeColumn(['月租金'], 'rent_yuan', yuanCell),
  startsOn: dateColumn(['开始日期'], 'starts_on'),
  endsOn: maybeDateColumn(['结束日期'], 'ends_on'),
  inspectedOn: maybeDateColumn(['现场核查日期'], 'inspected_on'),
  asOf: asOfColumn,
} as const;
type Row = ValuesOf<typeof columns>;

export const premises = ownRecord<Row, PremisesRecord>({
  register: 'premises',
  ...fromColumns(columns),
  schema: premisesItem,
  faultsOf: rangeFaults,
  identityOf: ({ occupantCode }) => ({ text: occupantCode, column: 'occupantCode' }),
  keyOf: ({ occupantCode }) => premisesKey(occupantCode),
  labelOf: ({ premisesId }) => premisesId,
  divisionOf: ({ division }) => division,
  rowOf: ({ endsOn, inspectedOn, ...record }) => ({
    ...without(record, 'source'),
    endsOn,
    inspectedOn,
  }),
  wholeRowOf: ({ endsOn, inspectedOn, ...record }) => ({
    ...without(record, 'source'),
    endsOn,
    inspectedOn,
    asOf: undefined,
  }),
  recordOf: ({ endsOn, inspectedOn, ...row }, source) => ({
    ...without(row, 'asOf'),
    ...(endsOn !== undefined && { endsOn }),
    ...(inspectedOn !== undefined && { inspectedOn }),
    source,
  }),
});
