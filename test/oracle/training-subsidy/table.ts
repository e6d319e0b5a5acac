import type { CourseRecord } from '../../../functions/contracts/registers/course.ts';
import type { WorkerRecord } from '../../../functions/contracts/registers/worker.ts';
import type { RuleSet } from '../../../functions/rules/facts.ts';
import type { TrainingFacts } from '../../../functions/rules/training-subsidy/facts.ts';
import { lies } from '../almanac.ts';
import { isShared, riskRow } from '../combinations.ts';
import type { Part, Row } from '../decision-table.ts';
import { type Person, personOn, personRows } from '../person.ts';

type Attendance = WorkerRecord['courses'][number];
type Lesson = Attendance['lessons'][number];
type Minutes = {
  readonly online: number;
  readonly local: number;
  readonly room: number;
  readonly practice: number;
};

/** What the table asks about one trainee's course, in the order of POLICY 3.4. */
export type Sheet = {
  readonly person: Person;
  readonly applicantKnown: boolean;
  readonly qualified: boolean;
  readonly course: 'AGREES' | 'DIFFERS' | 'NOT_KNOWN';
  readonly attendance: 'KNOWN' | 'NOT_KNOWN' | 'NO_WORKER';
  readonly minutesDiffer: boolean;
  readonly passed: boolean | undefined;
  readonly hours: 'COMPLETE' | 'CAPPED' | 'SHORT' | 'UNSET' | 'NOT_KNOWN';
  /** Hours on a platform that the notice does not name are needed to complete the course. */
  readonly localNeeded: boolean;
  readonly days: number;
  readonly paidDays: number | 'UNSET';
  readonly sum: number | 'UNSET';
  readonly taken: boolean;
  readonly startUp: boolean;
  readonly fromUnemploymentFund: boolean;
  readonly otherProgramme: boolean;
  readonly longDay: boolean;
  readonly risky: boolean;
};

/** 3.4 fields: what the plan has, on a platform that counts, on a day of the course that has come. */
const counts = (
  lesson: Lesson,
  course: CourseRecord,
  last: string,
  platforms: readonly string[],
): boolean => {
  const onDay = lies(lesson.on, course) && lesson.on <= last;
  if (!onDay) return false;
  if (lesson.kind !== 'ONLINE_THEORY') return true;
  const platform = lesson.platform ?? '';
  return course.platforms.includes(platform) || platforms.includes(platform);
};

/** A lesson is worth what the plan gives it and no more, however often it was attended. */
const minutesOf = (
  facts: TrainingFacts,
  course: CourseRecord,
  attended: Attendance,
  rules: RuleSet,
): Minutes => {
  const { recognisedPlatforms } = rules.values.training;
  const left = new Map(course.lessons.map(({ lessonId, kind, minutes }) => [`${lessonId} ${kind}`, minutes]));
  const sum = { online: 0, local: 0, room: 0, practice: 0 };
  const inOrder = [...attended.lessons].sort(
    (a, b) => worth(a, recognisedPlatforms) - worth(b, recognisedPlatforms),
  );
  for (const lesson of inOrder) {
    if (!counts(lesson, course, facts.submittedOn ?? '9999-12-31', recognisedPlatforms)) continue;
    const key = `${lesson.lessonId} ${lesson.kind === 'PRACTICE' ? 'PRACTICE' : 'THEORY'}`;
    const open = course.lessons.length === 0 ? lesson.minutes : (left.get(key) ?? 0);
    const credited = Math.min(open, lesson.minutes);
    left.set(key, open - credited);
    sum[bucketOf(lesson, recognisedPlatforms)] += credited;
  }
  return sum;
};

const bucketOf = (lesson: Lesson, platforms: readonly string[]): keyof Minutes => {
  if (lesson.kind === 'PRACTICE') return 'practice';
  if (lesson.kind === 'CLASSROOM_THEORY') return 'room';
  return platforms.includes(lesson.platform ?? '') ? 'online' : 'local';
};

/** What is surest is credited first: the classroom, then the platforms that the notice names. */
const worth = (lesson: Lesson, platforms: readonly string[]): number =>
  ['practice', 'room', 'online', 'local'].indexOf(bucketOf(lesson, platforms));

const credited = (minutes: Minutes, total: number, { values }: RuleSet, withLocal: boolean): number => {
  const { onlineShareMaxBp, shareCounts } = values.training;
  const cap = Math.floor((total * (onlineShareMaxBp ?? 0)) / 10_000);
  const online = minutes.online + (withLocal ? minutes.local : 0);
  return shareCounts === 'ONLINE_THEORY'
    ? Math.min(online, cap) + minutes.room + minutes.practice
    : Math.min(online + minutes.room, cap) + minutes.practice;
};

const hoursOf = (minutes: Minutes, total: number, rules: RuleSet): Sheet['hours'] => {
  if (rules.values.training.onlineShareMaxBp === null) return 'UNSET';
  const best = credited(minutes, total, rules, true);
  if (best < total || minutes.practice === 0) return 'SHORT';
  const { online, local, room, practice } = minutes;
  return online + local + room + practice > best ? 'CAPPED' : 'COMPLETE';
};

/** 3.4 amount: 150 yuan a day to the tenth, 100 to the fifteenth. */
const sumOf = (days: number, { values }: RuleSet): number | 'UNSET' => {
  const { dayRates, maxSubsidisedDays } = values.training;
  if (dayRates === null || maxSubsidisedDays === null) return 'UNSET';
  return Array.from({ length: Math.min(days, maxSubsidisedDays) }, (_, at) => at + 1).reduce(
    (sum, day) => sum + (dayRates.find(({ upToDay }) => day <= upToDay)?.fen ?? 0),
    0,
  );
};

export const rows: readonly Row<Sheet>[] = [
  ...personRows,
  ['3.4 who', ({ applicantKnown }) => !applicantKnown, 'REGISTER_DOES_NOT_KNOW', 'LOOK'],
  [
    '3.4 evidence',
    ({ applicantKnown, qualified }) => applicantKnown && !qualified,
    'LICENCE_NOT_VALID',
    'LOOK',
  ],
  ['3.4 fields', ({ course }) => course === 'DIFFERS', 'REGISTER_DIFFERS', 'LOOK'],
  ['3.4 fields', ({ course }) => course === 'NOT_KNOWN', 'REGISTER_DOES_NOT_KNOW', 'LOOK'],
  ['3.4 evidence', ({ attendance }) => attendance === 'NOT_KNOWN', 'REGISTER_DOES_NOT_KNOW', 'LOOK'],
  ['3.4 evidence', ({ minutesDiffer }) => minutesDiffer, 'REGISTER_DIFFERS', 'LOOK'],
  ['3.4(d)', ({ passed }) => passed === false, 'NOT_PASSED', 'REFUSE'],
  [
    '3.4(d)',
    ({ passed, attendance }) => passed === undefined && attendance === 'KNOWN',
    'REGISTER_DOES_NOT_KNOW',
    'LOOK',
  ],
  ['3.4(b)(c)', ({ hours }) => hours === 'SHORT', 'HOURS_SHORT', 'LOOK'],
  ['3.4(b)', ({ hours }) => hours === 'CAPPED', 'ONLINE_CAPPED', 'NOTE'],
  ['3.4 platform', ({ localNeeded }) => localNeeded, 'PROOF_MISSING', 'LOOK'],
  ['1.1', ({ hours, sum }) => hours === 'UNSET' || sum === 'UNSET', 'RULE_NOT_CONFIGURED', 'UNSET'],
  [
    '3.4 amount',
    ({ days, paidDays, sum }) => sum !== 'UNSET' && paidDays !== 'UNSET' && days > paidDays,
    'CAPPED',
    'NOTE',
  ],
  ['3.4 not with', ({ taken, startUp }) => taken && !startUp, 'DUPLICATE', 'REFUSE'],
  ['3.4 amount', ({ taken, startUp }) => taken && startUp, 'CLAIMED_ELSEWHERE', 'LOOK'],
  ['3.4 not with', ({ fromUnemploymentFund }) => fromUnemploymentFund, 'DUPLICATE', 'REFUSE'],
  ['3.4 not with', ({ otherProgramme }) => otherProgramme, 'EXCLUDED_BENEFIT', 'LOOK'],
  ['F', ({ longDay }) => longDay, 'RISK_FOUND', 'LOOK'],
  riskRow,
];

const addsUp = ({ lessons, totalMinutes }: CourseRecord): boolean =>
  lessons.length === 0 || lessons.reduce((sum, { minutes }) => sum + minutes, 0) === totalMinutes;

const courseIn = ({ course, claim, applicant }: TrainingFacts): Sheet['course'] => {
  if (typeof course === 'string') return 'NOT_KNOWN';
  const fields = ['courseType', 'startsOn', 'endsOn', 'trainingDays'] as const;
  const ofAnother = typeof applicant !== 'string' && applicant.organisationId !== course.providerCode;
  const same = fields.every((field) => course[field] === claim[field]) && addsUp(course) && !ofAnother;
  return same ? 'AGREES' : 'DIFFERS';
};

const attendanceOf = ({ worker, claim }: TrainingFacts): Attendance | undefined =>
  typeof worker === 'string' ? undefined : worker.courses.find(({ courseId }) => courseId === claim.courseId);

const qualifiedBy = ({ applicant, claim }: TrainingFacts): boolean =>
  typeof applicant !== 'string' &&
  applicant.licences.some(
    ({ kind, ...span }) => kind === 'VOCATIONAL_TRAINING' && lies(claim.startsOn, span),
  );

const programmes = new Set<string>(['YULU_PROGRAMME', 'WORK_BASED_TRAINING', 'SKILL_UPGRADE_SUBSIDY']);

const otherMoney = ({ worker, claim }: TrainingFacts) => {
  const money = typeof worker === 'string' ? [] : worker.otherBenefits;
  const inMonths = (month: string): boolean =>
    claim.startsOn.slice(0, 7) <= month && month <= claim.endsOn.slice(0, 7);
  const meant = money.filter(
    ({ kind, courseId, month }) =>
      programmes.has(kind) && (courseId === undefined ? inMonths(month) : courseId === claim.courseId),
  );
  const fund = meant.filter(
    ({ kind, courseId }) => kind === 'SKILL_UPGRADE_SUBSIDY' && courseId !== undefined,
  );
  return { fromUnemploymentFund: fund.length > 0, otherProgramme: meant.length > fund.length };
};

const hasLongDay = (attended: Attendance | undefined): boolean => {
  const perDay = new Map<string, number>();
  for (const { on, minutes } of attended?.lessons ?? []) perDay.set(on, (perDay.get(on) ?? 0) + minutes);
  return [...perDay.values()].some((minutes) => minutes > 1440);
};

const periodOf = ({ claim }: TrainingFacts, { values }: RuleSet): string =>
  values.training.oncePerYearPerType ? `${claim.startsOn.slice(0, 4)}#${claim.courseType}` : claim.courseId;

/** Hours are judged by the plan and the log together; without one of them an officer looks at both. */
const judge = (
  facts: TrainingFacts,
  rules: RuleSet,
): Pick<Sheet, 'hours' | 'localNeeded' | 'minutesDiffer' | 'longDay'> => {
  const { course, claim } = facts;
  const attended = attendanceOf(facts);
  if (typeof course === 'string' || attended === undefined)
    return { hours: 'NOT_KNOWN', localNeeded: false, minutesDiffer: false, longDay: false };
  const minutes = minutesOf(facts, course, attended, rules);
  const { online, local, room, practice } = minutes;
  return {
    hours: hoursOf(minutes, course.totalMinutes, rules),
    localNeeded: local > 0 && credited(minutes, course.totalMinutes, rules, false) < course.totalMinutes,
    minutesDiffer:
      claim.onlineTheoryMinutes > online + local ||
      claim.classroomTheoryMinutes > room ||
      claim.practiceMinutes > practice,
    longDay: hasLongDay(attended),
  };
};

const standingOf = (facts: TrainingFacts): Sheet['attendance'] => {
  if (typeof facts.worker === 'string') return 'NO_WORKER';
  return attendanceOf(facts) === undefined ? 'NOT_KNOWN' : 'KNOWN';
};

/** 3.4: a relocated worker need not be poor. */
const trainee = ({ worker, claim, division }: TrainingFacts, minimumAge: number): Person => {
  const person = personOn(worker, claim.startsOn, minimumAge, division);
  const relocated = typeof worker !== 'string' && worker.relocated;
  return { ...person, poor: person.poor || relocated };
};

const daysOf = ({ claim, course }: TrainingFacts): number =>
  typeof course === 'string' ? claim.trainingDays : Math.min(claim.trainingDays, course.trainingDays);

export const sheetOf = (facts: TrainingFacts, rules: RuleSet): Sheet => {
  const { claim, applicant, held, signals } = facts;
  const { values } = rules;
  const days = daysOf(facts);
  return {
    person: trainee(facts, values.minimumAge),
    applicantKnown: typeof applicant !== 'string',
    qualified: qualifiedBy(facts),
    course: courseIn(facts),
    attendance: standingOf(facts),
    ...judge(facts, rules),
    passed: attendanceOf(facts)?.passed,
    days,
    paidDays: values.training.maxSubsidisedDays ?? 'UNSET',
    sum: sumOf(days, rules),
    taken: held.some(({ period }) => period === periodOf(facts, rules)),
    startUp: claim.courseType === 'START_UP',
    ...otherMoney(facts),
    risky:
      isShared({ ...signals, accountUsers: 0 }, values.risk) ||
      (signals?.deviceUsers ?? 0) > values.risk.deviceSharedBy,
  };
};

export const earns = ({ sum }: Sheet, facts: TrainingFacts): Part[] =>
  sum === 'UNSET'
    ? []
    : [{ period: `${facts.claim.startsOn.slice(0, 4)}#${facts.claim.courseType}`, amountFen: sum }];
