import type { RecognitionRecord } from '../../../../contracts/registers/organisation.ts';
import { recognitionKey } from '../../../keys.ts';
import type { ReadRow, ValuesOf } from '../../cells/column.ts';
import { countCell, wordCell } from '../../cells/readers.ts';
import { recognitionIndex } from '../../recognition-index.ts';
import { recognitionItem } from '../../register-item.ts';
import { fromColumns } from '../from-columns.ts';
import { ownRecord } from '../own-record.ts';
import type { Fault } from '../register-kind.ts';
import { rowsThatDisagree } from '../rows-that-disagree.ts';
import { without } from '../without.ts';
import {
  asOfColumn,
  codeColumn,
  countyCell,
  creditCodeCell,
  dateColumn,
  maybeCodeColumn,
  maybeDateColumn,
  maybeTextColumn,
  numberColumn,
} from './common-columns.ts';

const kindCell = wordCell({ WORKSHOP: ['扶贫车间'], BASE: ['就业扶贫基地'] });
const levelCell = wordCell({
  NATIONAL: ['国家级'],
  PROVINCE: ['省级'],
  CITY: ['市级'],
  COUNTY: ['县级'],
});
const statusCell = wordCell({
  ACTIVE: ['有效', '认定'],
  SUSPENDED: ['暂停', '中止'],
  REVOKED: ['撤销', '取消'],
});

/** One row per step of a recognition's life; what it is stands in every row. */
const columns = {
  recognitionNo: numberColumn(['认定编号'], 'recognition_no'),
  organisationId: codeColumn(['单位信用代码', '统一社会信用代码'], 'organisation_code', creditCodeCell),
  kind: codeColumn(['认定类别'], 'recognition_kind', kindCell),
  level: codeColumn(['认定级别'], 'level', levelCell),
  division: codeColumn(['认定县', '县代码'], 'division', countyCell),
  acceptedOn: maybeDateColumn(['受理日期'], 'accepted_on'),
  recognisedOn: dateColumn(['认定日期'], 'recognised_on'),
  status: codeColumn(['认定状态'], 'status', statusCell),
  statusFrom: dateColumn(['状态起始日期'], 'status_from'),
  reason: maybeTextColumn(['变更原因'], 'reason'),
  headCount: maybeCodeColumn(['贫困劳动力人数'], 'head_count', countCell(0, 100_000)),
  countedOn: maybeDateColumn(['人数统计日期'], 'counted_on'),
  asOf: asOfColumn,
} as const;
type Row = ValuesOf<typeof columns>;

const beforeRecognition: Fault<Row>['remark'] = {
  code: 'STATUS_BEFORE_RECOGNITION',
  problem: { zh: '状态起始日期早于认定日期。', en: 'The status begins before the recognition.' },
  mend: { zh: '请核对两个日期。', en: 'Check both dates.' },
};
const reasonMissing: Fault<Row>['remark'] = {
  code: 'REASON_MISSING',
  problem: { zh: '暂停或撤销须写明原因。', en: 'A suspension or a revocation needs its reason.' },
  mend: { zh: '请填写变更原因。', en: 'Fill in the reason.' },
};
const differs = (firstRow: number): Fault<Row>['remark'] => ({
  code: 'RECOGNITION_DIFFERS',
  problem: {
    zh: `同一认定在第 ${firstRow} 行写的不一样。`,
    en: `Row ${firstRow} says otherwise of the same recognition.`,
  },
  mend: { zh: '同一认定的各行必须一致。', en: 'All rows of one recognition must agree.' },
});

const recognitionFacts = [
  'recognitionNo',
  'level',
  'division',
  'acceptedOn',
  'recognisedOn',
  'headCount',
  'countedOn',
] as const;

const nameOf = ({ organisationId, kind }: Pick<Row, 'organisationId' | 'kind'>): string =>
  `${organisationId} ${kind}`;

type Step = RecognitionRecord['history'][number];

const historyWith = (before: readonly Step[], step: Step): Step[] =>
  [...before.filter(({ from }) => from !== step.from), step].sort((a, b) => (a.from < b.from ? -1 : 1));

export const recognitions = ownRecord<Row, RecognitionRecord>({
  register: 'recognitions',
  ...fromColumns(columns),
  schema: recognitionItem,
  faultsOf: ({ status, statusFrom, recognisedOn, reason }) => [
    ...(statusFrom < recognisedOn ? [{ column: 'statusFrom' as const, remark: beforeRecognition }] : []),
    ...(status !== 'ACTIVE' && reason === undefined
      ? [{ column: 'reason' as const, remark: reasonMissing }]
      : []),
  ],
  acrossRows: (rows: readonly ReadRow<Row>[]) => rowsThatDisagree(rows, nameOf, recognitionFacts, differs),
  identityOf: (row) => ({ text: `${nameOf(row)} ${row.statusFrom}`, column: 'statusFrom' }),
  keyOf: ({ organisationId, kind }) => recognitionKey(organisationId, kind),
  labelOf: ({ recognitionNo }) => recognitionNo,
  entryOf: ({ statusFrom }) => statusFrom,
  divisionOf: ({ division }) => division,
  indexOf: recognitionIndex,
  rowOf: ({ history, headCount, countedOn, ...record }, { statusFrom }) => {
    const step = history.find(({ from }) => from === statusFrom);
    const { recognitionNo, level, division, acceptedOn, recognisedOn } = record;
    return {
      ...{ recognitionNo, level, division, acceptedOn, recognisedOn, headCount, countedOn },
      ...(step !== undefined && { status: step.status }),
      reason: step === undefined || step.reason === '' ? undefined : step.reason,
    };
  },
  recordOf: (
    { status, statusFrom, reason = '', headCount, countedOn, acceptedOn, ...row },
    source,
    before,
  ) => ({
    ...without(row, 'asOf'),
    history: historyWith(before?.history ?? [], { status, from: statusFrom, reason }),
    ...(acceptedOn !== undefined && { acceptedOn }),
    ...(headCount !== undefined && { headCount }),
    ...(countedOn !== undefined && { countedOn }),
    source,
  }),
});
