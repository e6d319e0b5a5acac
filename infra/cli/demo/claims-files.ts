import { readFileSync } from 'node:fs';
import { citizenId } from '../../../functions/contracts/citizen-id.ts';
import { phone } from '../../../functions/contracts/phone.ts';
import type { Column, ReadRow, ValuesOf } from '../../../functions/store/registers/cells/column.ts';
import { readColumns } from '../../../functions/store/registers/cells/read-columns.ts';
import { readCsv } from '../../../functions/store/registers/csv/read-csv.ts';
import {
  contractCell,
  dateCell,
  filled,
  maybe,
  textOf,
  withoutNote,
  wordCell,
  yesNoCell,
  yuanCell,
} from '../../../functions/store/registers/cells/readers.ts';
import { CliError } from '../cli-error.ts';

const text = (zh: string, en: string) =>
  ({ zh: [zh], en, kind: 'text', optional: false, read: filled(textOf(100)) }) satisfies Column<string>;
const maybeText = (zh: string, en: string) =>
  ({ zh: [zh], en, kind: 'text', optional: true, read: maybe(textOf(100)) }) satisfies Column<
    string | undefined
  >;
const code = (zh: string, en: string) =>
  ({ zh: [zh], en, kind: 'code', optional: false, read: filled(textOf(60)) }) satisfies Column<string>;
const maybeCode = (zh: string, en: string) =>
  ({ zh: [zh], en, kind: 'code', optional: true, read: maybe(textOf(60)) }) satisfies Column<
    string | undefined
  >;
const date = (zh: string, en: string) =>
  ({ zh: [zh], en, kind: 'code', optional: false, read: filled(dateCell) }) satisfies Column<string>;
const word = <W extends string>(zh: string, en: string, words: Readonly<Record<W, readonly string[]>>) =>
  ({ zh: [zh], en, kind: 'code', optional: false, read: filled(wordCell(words)) }) satisfies Column<W>;

const wrong = (what: string) => ({
  code: 'CLAIM_CELL_WRONG',
  problem: { zh: `${what}不对。`, en: `This ${what} cannot be right.` },
  mend: { zh: '请核对。', en: 'Check it.' },
});

const worker = {
  name: text('姓名', 'name'),
  citizenId: {
    ...code('公民身份号码', 'citizen_id'),
    read: filled(contractCell(citizenId, wrong('公民身份号码'))),
  },
  phone: {
    ...maybeCode('手机号码', 'phone'),
    read: maybe(withoutNote(contractCell(phone, wrong('手机号码')))),
  },
  remark: maybeText('备注', 'remark'),
} as const;

const ofPerson = {
  ...worker,
  claimNo: code('申请编号', 'claim_no'),
  filedBy: code('代办人', 'filed_by'),
  relation: word('代办关系', 'proxy_relation', {
    FAMILY: ['亲属'],
    VILLAGE_CADRE: ['村干部'],
    TOWNSHIP_OFFICER: ['乡镇干部'],
    VILLAGE_TEAM: ['驻村工作队'],
  }),
  consent: word('同意方式', 'consent_by', {
    SIGNATURE: ['本人签字'],
    PHONE_CALL: ['电话'],
    WITNESS: ['见证'],
  }),
  holderName: text('收款人', 'payee'),
  bankName: text('开户银行', 'bank'),
  accountKind: word('账户类型', 'account_kind', {
    BANK_CARD: ['银行卡'],
    SOCIAL_SECURITY_CARD: ['社会保障卡'],
  }),
  accountNo: code('账号', 'account_no'),
} as const;

const spellKinds = {
  OUTSIDE_COUNTY: ['县外务工'],
  LOCAL_WORKSHOP: ['扶贫车间'],
  LOCAL_ENTERPRISE: ['县内企业'],
  LOCAL_FARM_ENTITY: ['县内农业经营主体'],
  SELF_EMPLOYED: ['自主创业'],
  PUBLIC_WELFARE_POST: ['公益岗位'],
} as const;

const transport = {
  ...ofPerson,
  departedOn: date('出发日期', 'departed_on'),
  workplace: code('工作地', 'workplace'),
  employerName: text('单位名称', 'employer_name'),
  organiserKind: word('组织方', 'organiser_kind', {
    GOVERNMENT: ['政府'],
    AGENCY: ['人力资源机构'],
    VILLAGE: ['村委会'],
    EMPLOYER: ['用人单位'],
    NONE: ['无'],
  }),
  tripId: maybeCode('行程编号', 'trip_id'),
  mode: word('交通方式', 'mode', {
    TRAIN: ['火车'],
    COACH: ['客车'],
    CAR: ['汽车'],
    PLANE: ['飞机'],
    BOAT: ['轮船'],
  }),
  from: code('起点', 'from'),
  to: code('终点', 'to'),
  travelledOn: date('乘车日期', 'travelled_on'),
  fareFen: { ...code('票价元', 'fare_yuan'), read: filled(yuanCell) },
  paidBy: word('承担方', 'paid_by', { SELF: ['本人'], GOVERNMENT: ['政府'], EMPLOYER: ['用人单位'] }),
} as const;

const retention = {
  ...ofPerson,
  kind: word('就业形式', 'kind', spellKinds),
  employerName: text('单位名称', 'employer_name'),
  employerCode: maybeCode('单位信用代码', 'employer_code'),
  workplace: code('工作地', 'workplace'),
  startsOn: date('开始日期', 'starts_on'),
  endsOn: date('结束日期', 'ends_on'),
  wageProof: { ...code('有工资凭证', 'wage_proof'), read: filled(yesNoCell) },
} as const;

const roster = {
  ...worker,
  batch: code('批次', 'batch'),
  lineNo: code('行号', 'line_no'),
  referredOn: date('推荐日期', 'referred_on'),
  employerCode: code('单位信用代码', 'employer_code'),
  workplace: code('工作地', 'workplace'),
  contractNo: code('合同编号', 'contract_no'),
  contractType: word('合同类型', 'contract_type', {
    FIXED_TERM: ['固定期限'],
    OPEN_ENDED: ['无固定期限'],
    TASK_BASED: ['以完成一定工作任务为期限'],
  }),
  signedOn: date('签订日期', 'signed_on'),
  startsOn: date('起始日期', 'starts_on'),
  endsOn: { ...maybeCode('终止日期', 'ends_on'), read: maybe(dateCell) },
} as const;

export type TransportRow = ValuesOf<typeof transport>;
export type RetentionRow = ValuesOf<typeof retention>;
export type RosterRow = ValuesOf<typeof roster>;

const folder = new URL('../../local/sample/claims/', import.meta.url);

const rowsOf = <V>(
  name: string,
  read: (file: ReturnType<typeof readCsv>) => {
    readonly rows: readonly ReadRow<V>[];
    readonly issues: readonly { readonly row: number }[];
  },
): V[] => {
  const { rows, issues } = read(readCsv(readFileSync(new URL(name, folder))));
  const [first] = issues;
  if (first !== undefined)
    throw new CliError(
      'SAMPLE_CLAIMS_WRONG',
      `${name} has a mistake in row ${first.row}. Restore it from the repository.`,
    );
  return rows.map(({ values }) => values);
};

export const readTransportClaims = (): TransportRow[] =>
  rowsOf('transport-claims.csv', (file) => readColumns(transport, file));
export const readRetentionClaims = (name: 'retention-claims.csv' | 'corrections.csv'): RetentionRow[] =>
  rowsOf(name, (file) => readColumns(retention, file));
export const readRoster = (name: 'agency-a.csv' | 'agency-b.csv'): RosterRow[] =>
  rowsOf(name, (file) => readColumns(roster, file));
