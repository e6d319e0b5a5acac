import type { Contribution } from '../../../../contracts/registers/worker.ts';
import type { Sentence } from '../../../../contracts/scalars.ts';
import type { ValuesOf } from '../../cells/column.ts';
import { monthCell, wordCell, yuanCell } from '../../cells/readers.ts';
import { fromColumns } from '../from-columns.ts';
import type { Fault } from '../register-kind.ts';
import { without } from '../without.ts';
import { workerEntries } from '../worker-entries.ts';
import {
  asOfColumn,
  citizenIdColumn,
  codeColumn,
  employerColumn,
  maybeCodeColumn,
  maybeDateColumn,
} from './common-columns.ts';

const lineCell = wordCell({
  PENSION: ['养老', '基本养老保险', '养老保险'],
  MEDICAL: ['医疗', '基本医疗保险', '医疗保险'],
  UNEMPLOYMENT: ['失业', '失业保险'],
  WORK_INJURY: ['工伤', '工伤保险'],
  MATERNITY: ['生育', '生育保险'],
});

/** One row per worker, month and insurance. */
const columns = {
  citizenId: citizenIdColumn,
  month: codeColumn(['费款所属月份', '缴费月份'], 'month', monthCell),
  line: codeColumn(['险种'], 'line', lineCell),
  employerCode: employerColumn,
  employerFen: codeColumn(['单位缴费'], 'employer_yuan', yuanCell),
  employeeFen: codeColumn(['个人缴费'], 'employee_yuan', yuanCell),
  waivedFen: maybeCodeColumn(['减免金额'], 'waived_yuan', yuanCell),
  paidOn: maybeDateColumn(['到账日期', '缴费日期'], 'paid_on'),
  asOf: asOfColumn,
} as const;
type Row = ValuesOf<typeof columns>;

const paidTwice = (first: Sentence): Fault<Row>['remark'] => ({
  code: 'INSURANCE_PAID_TWICE',
  problem: {
    zh: `同一人同一月同一险种由同一单位缴了两次（见${first.zh}）。`,
    en: `This insurance is paid twice for a month: the same worker, month, line and employer as ${first.en}.`,
  },
  mend: { zh: '请向社保经办机构核对，只保留一行。', en: 'Check with the insurance agency and keep one row.' },
});

const twoEmployers: Fault<Row>['remark'] = {
  code: 'TWO_EMPLOYERS_INSURE',
  problem: {
    zh: '同一月同一险种另有单位缴费。',
    en: 'Another employer paid the same insurance for this month.',
  },
  mend: { zh: '社会保险补贴只给其中一家；请核对。', en: 'Only one of them may be subsidised; have a look.' },
};

type Named = Pick<Contribution, 'month' | 'line' | 'employerCode'>;
const nameOf = ({ month, line, employerCode }: Named): string => `${month} ${line} ${employerCode}`;

export const contributions = workerEntries<Row, Contribution>({
  register: 'contributions',
  ...fromColumns(columns),
  duplicate: paidTwice,
  listOf: (record) => record.contributions,
  withList: (record, entries) => ({ ...record, contributions: entries }),
  nameOf,
  nameColumn: 'line',
  nameOfEntry: nameOf,
  rowOf: ({ employerFen, employeeFen, waivedFen, paidOn }) => ({
    employerFen,
    employeeFen,
    waivedFen: waivedFen === 0 ? undefined : waivedFen,
    paidOn,
  }),
  wholeRowOf: ({ waivedFen, paidOn, ...paid }, citizenId) => ({
    ...without(paid, 'source'),
    citizenId,
    waivedFen: waivedFen === 0 ? undefined : waivedFen,
    paidOn,
    asOf: undefined,
  }),
  entryOf: ({ waivedFen = 0, paidOn, ...row }, source) => ({
    ...without(row, 'citizenId', 'asOf'),
    waivedFen,
    ...(paidOn !== undefined && { paidOn }),
    source,
  }),
  orderOf: nameOf,
  notesOf: ({ month, line }, others) =>
    others.some((other) => other.month === month && other.line === line)
      ? [{ column: 'employerCode', remark: twoEmployers }]
      : [],
});
