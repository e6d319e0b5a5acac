import { divisionName } from '../../../functions/contracts/divisions.ts';
import { nameOf } from '../../../functions/contracts/instruments.ts';
import { missingParts } from '../../../functions/rules/take-up/presumed-claim.ts';
import { whyUnclaimed } from '../../../functions/rules/take-up/unclaimed.ts';
import type { TakeUpRow } from '../../../functions/store/take-up/take-up.ts';

/** Enough of a pseudonym to tell two rows of one masked name apart. */
const refOf = ({ subject }: TakeUpRow): string => `W-${subject.slice(0, 12)}`;

/** A row as a list may show it: nothing in it says who the person is. */
export const listedRow = (row: TakeUpRow) => ({
  ref: refOf(row),
  maskedName: row.maskedName,
  county: row.county,
  village: row.village ?? null,
  resettledIn: row.resettledIn ?? null,
  instrument: row.instrument,
  outcome: row.outcome,
  periods: row.periods,
  amountFen: row.amountFen,
  amount: row.amount,
  missing: row.missing,
  why: row.why,
  applicationId: row.applicationId ?? null,
});

export const csvHeader = [
  '编号',
  '姓名',
  '户籍县',
  '户籍村',
  '安置地',
  '补贴项目',
  '期间',
  '金额（元）',
  '金额说明',
  '尚缺',
  '未享原因',
  '已有申请',
];

export const csvFields = (row: TakeUpRow): string[] => [
  refOf(row),
  row.maskedName,
  divisionName(row.county),
  row.village === undefined ? '' : `${row.village.code} ${row.village.name ?? ''}`.trim(),
  row.resettledIn === undefined ? '' : divisionName(row.resettledIn),
  nameOf(row.instrument).zh,
  row.periods.join(' '),
  (row.amountFen / 100).toFixed(2),
  row.amount === 'AT_MOST' ? '最多' : '',
  row.missing.map((part) => missingParts[part].zh).join('、'),
  whyUnclaimed[row.why].zh,
  row.applicationId ?? '',
];
