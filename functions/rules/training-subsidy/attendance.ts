import type { CourseRecord } from '../../contracts/registers/course.ts';
import type { CourseAttendance } from '../../contracts/registers/worker.ts';
import { isKnown } from '../facts.ts';
import type { TrainingFacts } from './facts.ts';

type Lesson = CourseAttendance['lessons'][number];

/** Minutes a trainee attended, by what they were. */
export type Minutes = {
  readonly practice: number;
  readonly classroom: number;
  /** Theory on a platform that the rules name. */
  readonly online: number;
  /** Theory on another platform that the course plan names (本地较为成熟的线上培训平台). */
  readonly local: number;
  /** Outside the plan, its days or its platforms, or watched twice: not credited. */
  readonly lost: number;
  /** The most that is logged for one day. */
  readonly fullestDay: number;
};

type Part = 'practice' | 'classroom' | 'online' | 'local';
type PerLesson = Record<Part, number>;

const attendanceKinds = {
  PRACTICE: 'PRACTICE',
  CLASSROOM_THEORY: 'THEORY',
  ONLINE_THEORY: 'THEORY',
} as const;

const onlinePart = (
  { platform = '' }: Lesson,
  course: CourseRecord,
  recognised: readonly string[],
): Part | undefined => {
  if (recognised.includes(platform)) return 'online';
  return course.platforms.includes(platform) ? 'local' : undefined;
};

const partOf = (lesson: Lesson, course: CourseRecord, recognised: readonly string[]): Part | undefined => {
  if (lesson.kind === 'PRACTICE') return 'practice';
  return lesson.kind === 'CLASSROOM_THEORY' ? 'classroom' : onlinePart(lesson, course, recognised);
};

type Plan = ReadonlyMap<string, CourseRecord['lessons'][number]>;

/** Of the plan, of its kind, and on a day of the course that has been. A plan without a list of lessons limits no lesson. */
const isPlanned = (
  { lessonId, kind, on }: Lesson,
  course: CourseRecord,
  plan: Plan,
  submittedOn = '9999',
): boolean =>
  course.startsOn <= on &&
  on <= course.endsOn &&
  on <= submittedOn &&
  (plan.size === 0 || plan.get(lessonId)?.kind === attendanceKinds[kind]);

/** No lesson is credited for more minutes than it has; what was done in a classroom counts before what was watched. */
const within = (done: PerLesson, most: number): PerLesson => {
  const offline = Math.min(done.classroom, most);
  const online = Math.min(done.online, most - offline);
  return {
    practice: Math.min(done.practice, most),
    classroom: offline,
    online,
    local: Math.min(done.local, most - offline - online),
  };
};

const sum = ({ practice, classroom, online, local }: PerLesson): number =>
  practice + classroom + online + local;

/** The register's log of this trainee's course; undefined where it has none. */
export const attendanceOf = ({ worker, claim }: TrainingFacts): CourseAttendance | undefined =>
  isKnown(worker) ? worker.courses.find(({ courseId }) => courseId === claim.courseId) : undefined;

const none = (): PerLesson => ({ practice: 0, classroom: 0, online: 0, local: 0 });

const inAll = (byLesson: ReadonlyMap<string, PerLesson>, plan: Plan): PerLesson => {
  const total = none();
  for (const [lessonId, done] of byLesson) {
    const credited = within(done, plan.get(lessonId)?.minutes ?? Number.MAX_SAFE_INTEGER);
    total.practice += credited.practice;
    total.classroom += credited.classroom;
    total.online += credited.online;
    total.local += credited.local;
  }
  return total;
};

/** Adds up a trainee's lessons against the course plan, in whole minutes. */
export const minutesOf = (
  { lessons }: CourseAttendance,
  course: CourseRecord,
  recognised: readonly string[],
  submittedOn: string | undefined,
): Minutes => {
  const plan: Plan = new Map(course.lessons.map((lesson) => [lesson.lessonId, lesson]));
  const byLesson = new Map<string, PerLesson>();
  const byDay = new Map<string, number>();
  let logged = 0;
  for (const lesson of lessons) {
    const { lessonId, on, minutes } = lesson;
    logged += minutes;
    byDay.set(on, (byDay.get(on) ?? 0) + minutes);
    const part = partOf(lesson, course, recognised);
    if (part === undefined || !isPlanned(lesson, course, plan, submittedOn)) continue;
    const done = byLesson.get(lessonId) ?? none();
    done[part] += minutes;
    byLesson.set(lessonId, done);
  }
  const total = inAll(byLesson, plan);
  return { ...total, lost: logged - sum(total), fullestDay: Math.max(0, ...byDay.values()) };
};
