import type { CourseRecord } from '../../../../contracts/registers/course.ts';
import type { CourseAttendance } from '../../../../contracts/registers/worker.ts';
import { courseKey, workerKey } from '../../../keys.ts';
import type { ValuesOf } from '../../cells/column.ts';
import { countCell, textOf, wordCell, yesNoCell } from '../../cells/readers.ts';
import { courseItem } from '../../register-item.ts';
import { registerNames } from '../../register-names.ts';
import { workerItem, type WorkerItem } from '../../worker-item.ts';
import { fromColumns } from '../from-columns.ts';
import { mergeRow } from '../merge-row.ts';
import { putIfUnchanged } from '../put-if-unchanged.ts';
import {
  nextSource,
  rowByRow,
  type Applied,
  type Fault,
  type RegisterKind,
  type RowContext,
} from '../register-kind.ts';
import { unknownWorker } from '../unknown-worker.ts';
import {
  courseUnknown,
  kindDiffers,
  lessonUnknown,
  minutesAbove,
  platformUnknown,
} from './attendance-remarks.ts';
import {
  asOfColumn,
  citizenIdColumn,
  codeColumn,
  dateColumn,
  maybeCodeColumn,
  maybeTextColumn,
  numberColumn,
} from './common-columns.ts';

const kindCell = wordCell({
  ONLINE_THEORY: ['线上理论'],
  CLASSROOM_THEORY: ['线下理论', '课堂理论'],
  PRACTICE: ['实训', '实操'],
});

/** One row per trainee, lesson and day: a platform's log, or a sign-in sheet. */
const columns = {
  courseId: numberColumn(['课程编号', '班次编号'], 'course_id'),
  citizenId: citizenIdColumn,
  lessonId: numberColumn(['课节编号'], 'lesson_id'),
  kind: codeColumn(['学习方式'], 'attendance_kind', kindCell),
  on: dateColumn(['学习日期', '上课日期'], 'attended_on'),
  minutes: codeColumn(['学习分钟'], 'minutes', countCell(0, 1440)),
  platform: maybeTextColumn(['线上平台'], 'platform'),
  device: maybeCodeColumn(['登录设备'], 'device', textOf(100)),
  passed: maybeCodeColumn(['考核合格'], 'passed', yesNoCell),
  certificateNo: maybeCodeColumn(['证书编号'], 'certificate_no', textOf(60)),
  asOf: asOfColumn,
} as const;
type Row = ValuesOf<typeof columns>;
type Lesson = CourseAttendance['lessons'][number];

const owner = registerNames.attendance.department;
const isOf =
  (row: Pick<Row, 'lessonId' | 'kind' | 'on'>) =>
  ({ lessonId, kind, on }: Lesson): boolean =>
    lessonId === row.lessonId && kind === row.kind && on === row.on;

/** What the course's plan forbids. */
const faultsIn = (course: CourseRecord, row: Row, others: readonly Lesson[]): Fault<Row>[] => {
  const lesson = course.lessons.find(({ lessonId }) => lessonId === row.lessonId);
  if (lesson === undefined) return [{ column: 'lessonId', remark: lessonUnknown }];
  if ((lesson.kind === 'PRACTICE') !== (row.kind === 'PRACTICE'))
    return [{ column: 'kind', remark: kindDiffers }];
  const earlier = others
    .filter(({ lessonId }) => lessonId === row.lessonId)
    .reduce((sum, { minutes }) => sum + minutes, 0);
  return earlier + row.minutes > lesson.minutes
    ? [{ column: 'minutes', remark: minutesAbove(earlier, lesson.minutes) }]
    : [];
};

const notesIn = (course: CourseRecord, { kind, platform }: Row): Fault<Row>[] =>
  kind === 'ONLINE_THEORY' && (platform === undefined || !course.platforms.includes(platform))
    ? [{ column: 'platform', remark: platformUnknown }]
    : [];

const lessonOf = ({ lessonId, kind, on, minutes, platform, device }: Row): Lesson => ({
  ...{ lessonId, kind, on, minutes },
  ...(platform !== undefined && { platform }),
  ...(device !== undefined && { device }),
});

const orderOf = ({ on, lessonId, kind }: Lesson): string => `${on} ${lessonId} ${kind}`;

const storedValues = (
  { passed, certificateNo }: CourseAttendance,
  lesson: Lesson | undefined,
): Partial<Row> => ({
  ...(lesson === undefined
    ? {}
    : { minutes: lesson.minutes, platform: lesson.platform, device: lesson.device }),
  ...(passed !== undefined && { passed }),
  ...(certificateNo !== undefined && { certificateNo }),
});

const withLesson = (row: Row, others: readonly Lesson[], source: CourseAttendance['source']) => ({
  courseId: row.courseId,
  lessons: [...others, lessonOf(row)].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1)),
  ...(row.passed !== undefined && { passed: row.passed }),
  ...(row.certificateNo !== undefined && { certificateNo: row.certificateNo }),
  source,
});

/** A result stands in one row of the log, perhaps: a row without it leaves the one that is there. */
const withResult = (row: Row, before: CourseAttendance | undefined): Row => ({
  ...row,
  passed: row.passed ?? before?.passed,
  certificateNo: row.certificateNo ?? before?.certificateNo,
});

const put = (stored: WorkerItem, attended: CourseAttendance): WorkerItem => {
  const others = stored.record.courses.filter(({ courseId }) => courseId !== attended.courseId);
  const courses = [...others, attended].sort((a, b) => (a.courseId < b.courseId ? -1 : 1));
  return { ...stored, record: { ...stored.record, courses } };
};

/** What the worker has of the course, of the lesson, and of its other lessons. */
const standOf = ({ record }: WorkerItem, row: Row) => {
  const before = record.courses.find(({ courseId }) => courseId === row.courseId);
  const lessons = before?.lessons ?? [];
  const lesson = lessons.find(isOf(row));
  return { before, lesson, others: lessons.filter((other) => other !== lesson) };
};

const applyLesson = (
  stored: WorkerItem,
  course: CourseRecord,
  row: Row,
  { asOf, department }: RowContext,
): Applied<WorkerItem, Row> => {
  const { before, lesson, others } = standOf(stored, row);
  const faults = faultsIn(course, row, others);
  if (faults.length > 0) return { faults };
  const held = before && { values: storedValues(before, lesson), asOfOf: () => before.source.asOf };
  const merged = mergeRow(withResult(row, before), held, { department, asOf, ownerOf: () => owner });
  const notes = notesIn(course, row);
  if (lesson !== undefined && !merged.changed)
    return { action: merged.action, item: stored, notes, conflicts: merged.conflicts };
  const attended = withLesson(merged.values, others, nextSource('attendance', asOf, before?.source));
  const action = lesson === undefined && merged.conflicts.length === 0 ? 'CREATE' : merged.action;
  return { action, item: put(stored, attended), notes, conflicts: merged.conflicts };
};

const apply = rowByRow<Row, WorkerItem>((stored, row, context) => {
  if (stored === undefined) return { faults: [{ column: 'citizenId', remark: unknownWorker }] };
  const found = context.find(courseKey(row.courseId));
  if (found === undefined) return { faults: [{ column: 'courseId', remark: courseUnknown }] };
  return applyLesson(stored, courseItem.parse(found).record, row, context);
});

const nameOf = ({ courseId, lessonId, kind, on }: Row): string => `${courseId} ${lessonId} ${kind} ${on}`;

export const attendance: RegisterKind<Row, WorkerItem> = {
  register: 'attendance',
  ...fromColumns(columns),
  faultsOf: () => [],
  identityOf: (row) => ({ text: `${row.citizenId}|${nameOf(row)}`, column: 'lessonId' }),
  keyOf: ({ citizenId }, vault) => workerKey(vault.lookup('citizen', citizenId)),
  referencesOf: ({ courseId }) => [courseKey(courseId)],
  labelOf: nameOf,
  entryOf: nameOf,
  parse: (item) => workerItem.parse(item),
  divisionOf: ({ record }) => record.homeDivision,
  applyRows: apply,
  write: putIfUnchanged,
};
