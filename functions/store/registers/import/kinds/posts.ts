import type { PostRecord } from '../../../../contracts/registers/post.ts';
import { postKey } from '../../../keys.ts';
import type { ValuesOf } from '../../cells/column.ts';
import { countCell, wordCell } from '../../cells/readers.ts';
import { postItem } from '../../register-item.ts';
import { fromColumns } from '../from-columns.ts';
import { ownRecord } from '../own-record.ts';
import type { Fault } from '../register-kind.ts';
import { without } from '../without.ts';
import {
  asOfColumn,
  codeColumn,
  countyCell,
  dateColumn,
  maybeDateColumn,
  maybeTextColumn,
  numberColumn,
  rangeFaults,
  textColumn,
} from './common-columns.ts';

const kindCell = wordCell({
  DISINFECTION: ['防疫消杀', '乡村防疫消杀'],
  COMMUNITY_PATROL: ['社区巡查'],
  ENVIRONMENT: ['环境整治'],
  ECOLOGY: ['生态管护'],
  RURAL_CONSTRUCTION: ['乡村建设'],
  OTHER: ['其他'],
});

const columns = {
  postId: numberColumn(['岗位编号'], 'post_id'),
  kind: codeColumn(['岗位类别'], 'post_kind', kindCell),
  kindReason: maybeTextColumn(['设岗理由'], 'kind_reason'),
  division: codeColumn(['所在县', '县代码'], 'division', countyCell),
  quota: codeColumn(['岗位数', '核定人数'], 'quota', countCell(1, 100_000)),
  fundSource: textColumn(['资金来源'], 'fund_source'),
  startsOn: dateColumn(['开始日期'], 'starts_on'),
  /** 临时: a post without an end is none (POLICY 3.11). */
  endsOn: dateColumn(['结束日期'], 'ends_on'),
  approvedOn: maybeDateColumn(['批准日期'], 'approved_on'),
  asOf: asOfColumn,
} as const;
type Row = ValuesOf<typeof columns>;

const reasonMissing: Fault<Row>['remark'] = {
  code: 'POST_REASON_MISSING',
  problem: {
    zh: '“其他”岗位须写明设岗理由。',
    en: 'A post of another kind than the listed ones needs its reason.',
  },
  mend: { zh: '请填写设岗理由。', en: 'Fill in kind_reason.' },
};

export const posts = ownRecord<Row, PostRecord>({
  register: 'posts',
  ...fromColumns(columns),
  schema: postItem,
  faultsOf: (row) => [
    ...rangeFaults(row),
    ...(row.kind === 'OTHER' && row.kindReason === undefined
      ? [{ column: 'kindReason' as const, remark: reasonMissing }]
      : []),
  ],
  identityOf: ({ postId }) => ({ text: postId, column: 'postId' }),
  keyOf: ({ postId }) => postKey(postId),
  labelOf: ({ postId }) => postId,
  divisionOf: ({ division }) => division,
  rowOf: ({ kindReason, approvedOn, ...post }) => ({
    ...without(post, 'source'),
    kindReason,
    approvedOn,
  }),
  wholeRowOf: ({ kindReason, approvedOn, ...post }) => ({
    ...without(post, 'source'),
    kindReason,
    approvedOn,
    asOf: undefined,
  }),
  recordOf: ({ kindReason, approvedOn, ...row }, source) => ({
    ...without(row, 'asOf'),
    ...(kindReason !== undefined && { kindReason }),
    ...(approvedOn !== undefined && { approvedOn }),
    source,
  }),
});
