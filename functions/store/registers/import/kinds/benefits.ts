import type { OtherBenefit } from '../../../../contracts/registers/worker.ts';
import type { ValuesOf } from '../../cells/column.ts';
import { monthCell, textOf, wordCell, yuanCell } from '../../cells/readers.ts';
import { fromColumns } from '../from-columns.ts';
import { without } from '../without.ts';
import { workerEntries } from '../worker-entries.ts';
import { asOfColumn, citizenIdColumn, codeColumn, maybeCodeColumn } from './common-columns.ts';

const kindCell = wordCell({
  UNEMPLOYMENT_BENEFIT: ['失业保险金'],
  FLEXIBLE_EMPLOYMENT_INSURANCE_SUBSIDY: ['灵活就业社保补贴'],
  JOB_SEEKING_SUBSIDY: ['求职创业补贴'],
  SKILL_UPGRADE_SUBSIDY: ['技能提升补贴'],
  WORK_BASED_TRAINING: ['以工代训补贴'],
  YULU_PROGRAMME: ['雨露计划'],
});

/** Money of other funds, that a month or a course may not be paid with again (POLICY 5). */
const columns = {
  citizenId: citizenIdColumn,
  kind: codeColumn(['待遇名称', '补贴名称'], 'benefit', kindCell),
  month: codeColumn(['待遇月份', '发放月份'], 'month', monthCell),
  courseId: maybeCodeColumn(['课程编号'], 'course_id', textOf(60)),
  amountFen: codeColumn(['待遇金额', '补贴金额'], 'amount_yuan', yuanCell),
  asOf: asOfColumn,
} as const;
type Row = ValuesOf<typeof columns>;

type Named = { readonly kind: string; readonly month: string; readonly courseId?: string | undefined };
const nameOf = ({ month, kind, courseId }: Named): string =>
  [month, kind, courseId].filter((part) => part !== undefined).join(' ');

export const benefits = workerEntries<Row, OtherBenefit>({
  register: 'benefits',
  ...fromColumns(columns),
  listOf: (record) => record.otherBenefits,
  withList: (record, entries) => ({ ...record, otherBenefits: entries }),
  nameOf,
  nameColumn: 'kind',
  nameOfEntry: nameOf,
  rowOf: ({ amountFen }) => ({ amountFen }),
  entryOf: ({ courseId, ...row }, source) => ({
    ...without(row, 'citizenId', 'asOf'),
    ...(courseId !== undefined && { courseId }),
    source,
  }),
  orderOf: nameOf,
});
