import type { WageTransfer } from '../../../../contracts/registers/worker.ts';
import type { ValuesOf } from '../../cells/column.ts';
import { monthCell, yuanCell } from '../../cells/readers.ts';
import { fromColumns } from '../from-columns.ts';
import type { Fault } from '../register-kind.ts';
import { without } from '../without.ts';
import { workerEntries } from '../worker-entries.ts';
import { asOfColumn, citizenIdColumn, codeColumn, dateColumn, employerColumn } from './common-columns.ts';

/** One row per bank transfer: a month's wages may come in two parts. */
const columns = {
  citizenId: citizenIdColumn,
  month: codeColumn(['工资月份', '所属月份'], 'month', monthCell),
  employerCode: employerColumn,
  paidFen: codeColumn(['应发工资', '发放金额'], 'paid_yuan', yuanCell),
  paidOn: dateColumn(['发放日期'], 'paid_on'),
  asOf: asOfColumn,
} as const;
type Row = ValuesOf<typeof columns>;

const paidBeforeMonth: Fault<Row>['remark'] = {
  code: 'PAID_BEFORE_MONTH',
  problem: { zh: '发放日期早于工资月份。', en: 'It was paid before the month of work began.' },
  mend: { zh: '请核对月份和发放日期。', en: 'Check the month and the day of payment.' },
};

type Named = Pick<WageTransfer, 'month' | 'employerCode' | 'paidOn'>;
const nameOf = ({ month, employerCode, paidOn }: Named): string => `${month} ${employerCode} ${paidOn}`;

export const wages = workerEntries<Row, WageTransfer>({
  register: 'wages',
  ...fromColumns(columns),
  faultsOf: ({ month, paidOn }) =>
    paidOn < `${month}-01` ? [{ column: 'paidOn', remark: paidBeforeMonth }] : [],
  listOf: (record) => record.wages,
  withList: (record, entries) => ({ ...record, wages: entries }),
  nameOf,
  nameColumn: 'paidOn',
  nameOfEntry: nameOf,
  rowOf: ({ paidFen }) => ({ paidFen }),
  wholeRowOf: (paid, citizenId) => ({ ...without(paid, 'source'), citizenId, asOf: undefined }),
  entryOf: (row, source) => ({ ...without(row, 'citizenId', 'asOf'), source }),
  orderOf: nameOf,
});
