import { courseRecord, type CourseRecord } from '../../functions/contracts/registers/course.ts';
import { organisationRecord } from '../../functions/contracts/registers/organisation.ts';
import {
  workerRecord,
  type CourseAttendance,
  type WorkerRecord,
} from '../../functions/contracts/registers/worker.ts';
import { parseRuleValues, type RuleValues } from '../../functions/contracts/rule-values.ts';
import { addDays } from '../../functions/rules/calendar/days.ts';
import type { RuleSet } from '../../functions/rules/facts.ts';
import { trainingClaim } from '../../functions/rules/training-subsidy/claim.ts';
import type { TrainingFacts } from '../../functions/rules/training-subsidy/facts.ts';
import { valuesInForce } from '../../functions/rules/values/index.ts';

/*
 * A course of ten days and 80 hours: 24 hours of theory (8 lessons of 180 minutes), 56 of practice (7 of 480). One
 * trainee attended all of it, the theory online, and passed.
 */

const source = { register: 'TRAINING', asOf: '2020-07-01', version: 1 };
export const recognisedPlatform = '中国职业培训在线';
export const providerCode = '91140106MA0TAAA172';

type Attended = CourseAttendance['lessons'][number];

const theory = Array.from({ length: 8 }, (_, at) => ({
  lessonId: `T${at}`,
  kind: 'THEORY' as const,
  minutes: 180,
}));
const practice = Array.from({ length: 7 }, (_, at) => ({
  lessonId: `P${at}`,
  kind: 'PRACTICE' as const,
  minutes: 480,
}));

export const aCourse = (rest: Partial<CourseRecord> = {}): CourseRecord =>
  courseRecord.parse({
    courseId: 'C-1',
    providerCode,
    occupationCode: '4-07-03-02',
    courseType: 'BASIC_SKILL',
    totalMinutes: 4800,
    trainingDays: 10,
    startsOn: '2020-04-01',
    endsOn: '2020-04-30',
    platforms: [recognisedPlatform],
    lessons: [...theory, ...practice],
    source,
    ...rest,
  });

export const online = (lessonId: string, minutes: number, rest: Partial<Attended> = {}): Attended => ({
  lessonId,
  kind: 'ONLINE_THEORY',
  on: '2020-04-02',
  minutes,
  platform: recognisedPlatform,
  ...rest,
});
export const inClass = (lessonId: string, minutes: number, rest: Partial<Attended> = {}): Attended => ({
  lessonId,
  kind: 'CLASSROOM_THEORY',
  on: '2020-04-03',
  minutes,
  ...rest,
});
export const hands = (lessonId: string, minutes: number, rest: Partial<Attended> = {}): Attended => ({
  lessonId,
  kind: 'PRACTICE',
  on: '2020-04-04',
  minutes,
  ...rest,
});

/** So many minutes of a kind, eight hours a day. */
export const spread = (
  lesson: (lessonId: string, minutes: number, rest: Partial<Attended>) => Attended,
  minutes: number,
): Attended[] =>
  Array.from({ length: Math.ceil(minutes / 480) }, (_, at) =>
    lesson(`any-${at}`, Math.min(480, minutes - at * 480), { on: addDays('2020-04-01', at) }),
  );

export const allTheory = theory.map(({ lessonId, minutes }, at) =>
  online(lessonId, minutes, { on: addDays('2020-04-01', at) }),
);
export const allPractice = practice.map(({ lessonId, minutes }, at) =>
  hands(lessonId, minutes, { on: addDays('2020-04-10', at) }),
);

export const anAttendance = (rest: Partial<CourseAttendance> = {}): CourseAttendance => ({
  courseId: 'C-1',
  lessons: [...allTheory, ...allPractice],
  passed: true,
  source,
  ...rest,
});

export const aTrainee = (rest: Partial<WorkerRecord> = {}): WorkerRecord =>
  workerRecord.parse({
    subject: 'W-1',
    birthDate: '1985-06-12',
    homeDivision: '141124',
    povertyStatuses: [{ status: 'REGISTERED_POOR', startsOn: '2014-01-01' }],
    workCapacity: 'ABLE',
    relocated: false,
    spells: [],
    seats: [],
    courses: [anAttendance()],
    source,
    ...rest,
  });

export const aProvider = (rest: Record<string, unknown> = {}) =>
  organisationRecord.parse({
    organisationId: providerCode,
    name: '测试职业培训学校',
    type: 'TRAINING_PROVIDER',
    licences: [{ kind: 'VOCATIONAL_TRAINING', number: 'L-1', startsOn: '2018-01-01' }],
    source,
    ...rest,
  });

export type Change = {
  readonly claim?: Record<string, unknown>;
  readonly course?: TrainingFacts['course'];
  /** The trainee's log of the course. */
  readonly lessons?: CourseAttendance['lessons'];
  readonly facts?: Partial<TrainingFacts>;
};

/** A claim that the registers bear out, and what differs; the claim says what the course and the log say. */
export const trainingFacts = ({
  claim = {},
  course = aCourse(),
  lessons,
  facts,
}: Change = {}): TrainingFacts => {
  const log = lessons ?? anAttendance().lessons;
  const minutes = (kind: Attended['kind']) =>
    log.filter((lesson) => lesson.kind === kind).reduce((total, lesson) => total + lesson.minutes, 0);
  const plan = typeof course === 'string' ? aCourse() : course;
  return {
    instrument: 'TRAINING_SUBSIDY',
    applicant: aProvider(),
    course,
    worker: aTrainee({ courses: [anAttendance({ lessons: log })] }),
    held: [],
    division: '141124',
    claim: trainingClaim.parse({
      courseId: 'C-1',
      courseType: plan.courseType,
      place: '141124',
      startsOn: plan.startsOn,
      endsOn: plan.endsOn,
      trainingDays: plan.trainingDays,
      onlineTheoryMinutes: minutes('ONLINE_THEORY'),
      classroomTheoryMinutes: minutes('CLASSROOM_THEORY'),
      practiceMinutes: minutes('PRACTICE'),
      ...claim,
    }),
    ...facts,
  };
};

/** The rule values in force, with some of training's changed. */
export const trainingRules = (changed: Partial<RuleValues['training']> = {}): RuleSet => {
  const { values, sources } = valuesInForce('141124', '2020-04-01');
  return { values: parseRuleValues({ ...values, training: { ...values.training, ...changed } }), sources };
};
