import { isDeepStrictEqual } from 'node:util';
import type { CourseRecord } from '../../../../contracts/registers/course.ts';
import type { Department } from '../../../../contracts/registers/difference.ts';
import type { IsoDate } from '../../../../contracts/scalars.ts';
import { courseKey } from '../../../keys.ts';
import type { ReadRow, ValuesOf } from '../../cells/column.ts';
import { countCell, maybe, textOf, wordCell } from '../../cells/readers.ts';
import { courseItem } from '../../register-item.ts';
import { registerNames } from '../../register-names.ts';
import { fromColumns } from '../from-columns.ts';
import { mergeRow } from '../merge-row.ts';
import { putIfUnchanged } from '../put-if-unchanged.ts';
import { nextSource, type Applied, type Fault, type RegisterKind } from '../register-kind.ts';
import { rowsThatDisagree } from '../rows-that-disagree.ts';
import { without } from '../without.ts';
import {
  asOfColumn,
  codeColumn,
  creditCodeCell,
  dateColumn,
  divisionOfCode,
  numberColumn,
  rangeFaults,
} from './common-columns.ts';

const typeCell = wordCell({
  BASIC_SKILL: ['初级技能', '就业技能'],
  SKILL_UPGRADE: ['技能提升', '岗位技能提升'],
  START_UP: ['创业培训'],
});
const lessonKindCell = wordCell({ THEORY: ['理论'], PRACTICE: ['实训', '实操'] });

/** One row per lesson; what a course is stands in every row, and its rows are the whole plan. */
const columns = {
  courseId: numberColumn(['课程编号', '班次编号'], 'course_id'),
  providerCode: codeColumn(['培训机构信用代码'], 'provider_code', creditCodeCell),
  occupationCode: numberColumn(['职业工种代码'], 'occupation_code'),
  courseType: codeColumn(['培训类型'], 'course_type', typeCell),
  totalMinutes: codeColumn(['计划总分钟'], 'total_minutes', countCell(1, 600_000)),
  trainingDays: codeColumn(['培训天数'], 'training_days', countCell(1, 366)),
  startsOn: dateColumn(['开班日期', '开始日期'], 'starts_on'),
  endsOn: dateColumn(['结业日期', '结束日期'], 'ends_on'),
  platforms: {
    zh: ['线上平台'],
    en: 'platforms',
    kind: 'text',
    optional: true,
    read: maybe(textOf(200)),
  },
  lessonId: numberColumn(['课节编号'], 'lesson_id'),
  lessonKind: codeColumn(['课节类型'], 'lesson_kind', lessonKindCell),
  lessonMinutes: codeColumn(['课节分钟'], 'lesson_minutes', countCell(1, 600_000)),
  asOf: asOfColumn,
} as const;
type Row = ValuesOf<typeof columns>;
type Item = ReturnType<typeof courseItem.parse>;
const owner = registerNames.courses.department;

const minutesDiffer = (planned: number, total: number): Fault<Row>['remark'] => ({
  code: 'COURSE_MINUTES_DIFFER',
  problem: {
    zh: `各课节共 ${planned} 分钟，与计划总分钟 ${total} 不符。`,
    en: `The lessons add up to ${planned} minutes, the plan says ${total}.`,
  },
  mend: {
    zh: '请核对课节和总分钟；文件须包含全部课节。',
    en: 'Check both; the file must hold every lesson.',
  },
});
const differs = (firstRow: number): Fault<Row>['remark'] => ({
  code: 'COURSE_DIFFERS',
  problem: {
    zh: `同一课程在第 ${firstRow} 行写的不一样。`,
    en: `Row ${firstRow} says otherwise of the same course.`,
  },
  mend: { zh: '同一课程的各行必须一致。', en: 'All rows of one course must agree.' },
});

const courseFacts = [
  'providerCode',
  'occupationCode',
  'courseType',
  'totalMinutes',
  'trainingDays',
  'startsOn',
  'endsOn',
  'platforms',
] as const;

/** 「甲、乙」: platforms in one cell. */
const platformsOf = (text: string | undefined): string[] =>
  (text ?? '').split(/[、,，;；]/u).flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));

const courseOf = (rows: readonly ReadRow<Row>[], first: Row): Omit<CourseRecord, 'source'> => ({
  courseId: first.courseId,
  providerCode: first.providerCode,
  occupationCode: first.occupationCode,
  courseType: first.courseType,
  totalMinutes: first.totalMinutes,
  trainingDays: first.trainingDays,
  startsOn: first.startsOn,
  endsOn: first.endsOn,
  platforms: platformsOf(first.platforms),
  lessons: rows.map(({ values }) => ({
    lessonId: values.lessonId,
    kind: values.lessonKind,
    minutes: values.lessonMinutes,
  })),
});

const storedValues = ({ platforms, lessons, ...record }: CourseRecord, row: Row): Partial<Row> => {
  const lesson = lessons.find(({ lessonId }) => lessonId === row.lessonId);
  const samePlatforms = isDeepStrictEqual(platformsOf(row.platforms), platforms);
  return {
    ...without(record, 'courseId', 'source'),
    platforms: samePlatforms ? row.platforms : platforms.join('、'),
    ...(lesson && { lessonKind: lesson.kind, lessonMinutes: lesson.minutes }),
  };
};

type Planned = { readonly course: Omit<CourseRecord, 'source'>; readonly asOf: IsoDate };

const itemOf = ({ course, asOf }: Planned, stored: Item | undefined): Item => ({
  ...courseKey(course.courseId),
  revision: stored?.revision ?? 0,
  record: { ...course, source: nextSource('courses', asOf, stored?.record.source) },
});

/** An own and not older plan takes the stored one's place, whole. */
const replaced = (planned: Planned, stored: Item): Applied<Item, Row> => {
  const { source, ...course } = stored.record;
  return planned.asOf === source.asOf && isDeepStrictEqual(course, planned.course)
    ? { action: 'SAME', item: stored }
    : { action: 'UPDATE', item: itemOf(planned, stored) };
};

/** Any other plan that differs is a conflict in each such lesson. */
const contradicted = (
  values: Row,
  stored: Item,
  asOf: IsoDate,
  department: Department,
): Applied<Item, Row> => {
  const held = { values: storedValues(stored.record, values), asOfOf: () => stored.record.source.asOf };
  const { action, conflicts } = mergeRow(values, held, { department, asOf, ownerOf: () => owner });
  return { action, item: stored, conflicts };
};

const applyPlan: RegisterKind<Row, Item>['applyRows'] = (stored, rows, { department, asOf: fileAsOf }) => {
  const [first] = rows;
  if (first === undefined) return [];
  const asOf = first.values.asOf ?? fileAsOf;
  const planned = { course: courseOf(rows, first.values), asOf };
  const applied = (values: Row): Applied<Item, Row> => {
    if (stored === undefined) return { action: 'CREATE', item: itemOf(planned, stored) };
    return department === owner && asOf >= stored.record.source.asOf
      ? replaced(planned, stored)
      : contradicted(values, stored, asOf, department);
  };
  return rows.map(({ row, values }) => ({ row, applied: applied(values) }));
};

const totals = (rows: readonly ReadRow<Row>[]): { row: number; fault: Fault<Row> }[] =>
  [...Map.groupBy(rows, ({ values }) => values.courseId).values()].flatMap((lessons) => {
    const [first] = lessons;
    const planned = lessons.reduce((sum, { values }) => sum + values.lessonMinutes, 0);
    return first === undefined || planned === first.values.totalMinutes
      ? []
      : [
          {
            row: first.row,
            fault: { column: 'totalMinutes', remark: minutesDiffer(planned, first.values.totalMinutes) },
          },
        ];
  });

export const courses: RegisterKind<Row, Item> = {
  register: 'courses',
  ...fromColumns(columns),
  faultsOf: rangeFaults,
  acrossRows: (rows) => [
    ...rowsThatDisagree(rows, ({ courseId }) => courseId, courseFacts, differs),
    ...totals(rows),
  ],
  identityOf: ({ courseId, lessonId }) => ({ text: `${courseId}|${lessonId}`, column: 'lessonId' }),
  keyOf: ({ courseId }) => courseKey(courseId),
  labelOf: ({ courseId }) => courseId,
  entryOf: ({ lessonId }) => lessonId,
  parse: (item) => courseItem.parse(item),
  divisionOf: ({ record }) => divisionOfCode(record.providerCode),
  applyRows: applyPlan,
  write: putIfUnchanged,
};
