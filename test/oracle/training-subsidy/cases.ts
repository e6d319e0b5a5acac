import type { CourseRecord } from '../../../functions/contracts/registers/course.ts';
import type { OrganisationRecord } from '../../../functions/contracts/registers/organisation.ts';
import type { WorkerRecord } from '../../../functions/contracts/registers/worker.ts';
import type { RuleSet } from '../../../functions/rules/facts.ts';
import type { TrainingFacts } from '../../../functions/rules/training-subsidy/facts.ts';
import { laterBy } from '../almanac.ts';
import { answered, aWorker, handledBy, heldFor, homes, someOthers, someSignals, source } from '../cases.ts';
import type { Chance } from '../chance.ts';

type Claim = TrainingFacts['claim'];
type Attendance = WorkerRecord['courses'][number];
type Lesson = Attendance['lessons'][number];
type Spread = { readonly online: number; readonly room: number; readonly practice: number };

const national = '中国职业培训在线';
const local = '本地平台';
const providerCode = '91140100MA0TAAA11Q';

/** Around 30 % online, a minute more and less; short by a minute; no practice. */
const aSpread = (chance: Chance, total: number): Spread => {
  const share = Math.floor((total * 3) / 10);
  const online = chance.pick([0, share, share - 1, share + 1, share + 60, Math.floor(total / 10)]);
  const room = chance.once(3) ? chance.pick([0, 60, Math.floor(total / 4)]) : 0;
  const credited = Math.min(online, share);
  const rest = Math.max(0, total - credited - room);
  const practice = chance.once(12) ? 0 : rest + chance.pick([0, 0, 0, 0, -1, 60]);
  return { online, room, practice: Math.max(0, practice) };
};

const aClaim = (chance: Chance): Claim => {
  const startsOn = chance.once(4)
    ? chance.pick(['2019-12-30', '2020-01-01', '2020-02-29'])
    : laterBy('2020-02-01', chance.whole(0, 200));
  const length = chance.whole(8, 25);
  const courseType = chance.pick(['BASIC_SKILL', 'SKILL_UPGRADE', 'START_UP'] as const);
  return {
    courseId: 'K-1',
    courseType,
    place: '140105',
    startsOn,
    endsOn: laterBy(startsOn, length - 1),
    trainingDays: Math.min(length, chance.pick([1, 9, 10, 11, 12, 14, 15, 16, 20])),
    onlineTheoryMinutes: 0,
    classroomTheoryMinutes: 0,
    practiceMinutes: 0,
  };
};

/** A plan that adds up, or as once in a while a minute more or less. */
const aPlan = (chance: Chance, total: number, { online, room }: Spread): CourseRecord['lessons'] => {
  const off = chance.once(12) ? chance.pick([-1, 1]) : 0;
  return (
    [
      { lessonId: 'L-1', kind: 'THEORY', minutes: online },
      { lessonId: 'L-2', kind: 'THEORY', minutes: room },
      { lessonId: 'L-3', kind: 'PRACTICE', minutes: total - online - room + off },
    ] as const
  ).filter(({ minutes }) => minutes > 0);
};

const aCourse = (chance: Chance, claim: Claim, totalMinutes: number, spread: Spread): CourseRecord => ({
  courseId: claim.courseId,
  providerCode: chance.once(20) ? '91140200MA0TBBB24W' : providerCode,
  occupationCode: '6-18-02-04',
  courseType: chance.once(20) ? 'BASIC_SKILL' : claim.courseType,
  totalMinutes,
  trainingDays: chance.once(8) ? chance.whole(5, 20) : claim.trainingDays,
  startsOn: chance.once(20) ? laterBy(claim.startsOn, 1) : claim.startsOn,
  endsOn: chance.once(20) ? laterBy(claim.endsOn, -1) : claim.endsOn,
  platforms: chance.once(3) ? [national, local] : [national],
  lessons: chance.once(2) ? [] : aPlan(chance, totalMinutes, spread),
  source: source('COURSES'),
});

const inParts = (chance: Chance, lesson: Lesson, days: number): Lesson[] => {
  if (lesson.minutes === 0) return [];
  const parts = Math.max(1, Math.min(days, Math.ceil(lesson.minutes / 480)));
  const each = Math.floor(lesson.minutes / parts);
  return Array.from({ length: parts }, (_, at) => ({
    ...lesson,
    on: laterBy(lesson.on, at),
    minutes: at === 0 ? lesson.minutes - each * (parts - 1) : each,
    ...(lesson.kind === 'ONLINE_THEORY' && {
      platform: chance.once(8) ? chance.pick([local, '不明平台']) : national,
    }),
  }));
};

const someLessons = (chance: Chance, claim: Claim, { online, room, practice }: Spread): Lesson[] => {
  const on = claim.startsOn;
  const lessons = [
    ...inParts(chance, { lessonId: 'L-1', kind: 'ONLINE_THEORY', on, minutes: online }, claim.trainingDays),
    ...inParts(chance, { lessonId: 'L-2', kind: 'CLASSROOM_THEORY', on, minutes: room }, claim.trainingDays),
    ...inParts(chance, { lessonId: 'L-3', kind: 'PRACTICE', on, minutes: practice }, claim.trainingDays),
  ];
  if (!chance.once(6)) return lessons;
  return chance.pick([
    lessons.slice(1),
    [...lessons, ...lessons.slice(0, 1)],
    lessons.map((lesson) => ({ ...lesson, on: laterBy(lesson.on, -1) })),
    lessons.map((lesson) => ({ ...lesson, lessonId: 'L-9' })),
  ]);
};

const someBenefits = (chance: Chance, claim: Claim): WorkerRecord['otherBenefits'] =>
  chance.once(10)
    ? [
        {
          kind: chance.pick([
            'SKILL_UPGRADE_SUBSIDY',
            'YULU_PROGRAMME',
            'WORK_BASED_TRAINING',
            'UNEMPLOYMENT_BENEFIT',
          ]),
          month: chance.once(4) ? '2019-06' : claim.startsOn.slice(0, 7),
          ...(chance.once(2) && { courseId: chance.pick(['K-1', 'K-1', 'K-2']) }),
          amountFen: 50_000,
          source: source('BENEFITS'),
        },
      ]
    : [];

const aProvider = (chance: Chance, on: string): OrganisationRecord => ({
  organisationId: providerCode,
  name: '测试培训学校',
  type: chance.once(12) ? chance.pick(['ENTERPRISE', 'HR_AGENCY']) : 'TRAINING_PROVIDER',
  povertyRelief: false,
  licences: chance.once(12)
    ? []
    : [
        {
          kind: chance.once(15) ? 'HR_SERVICE' : 'VOCATIONAL_TRAINING',
          number: 'P-1',
          startsOn: chance.once(12) ? laterBy(on, chance.whole(-1, 1)) : '2018-01-01',
          ...(chance.once(4) && { endsOn: laterBy(on, chance.pick([-1, 0, 1, 400])) }),
        },
      ],
  source: source('ORGANISATIONS'),
});

export const aTrainingCase = (chance: Chance): TrainingFacts => {
  const home = chance.pick(homes);
  const total = chance.pick([4800, 4801, 7200, 3333]);
  const spread = aSpread(chance, total);
  const bare = aClaim(chance);
  const differs = chance.once(12) ? chance.pick([-1, 1, 30]) : 0;
  const claim = {
    ...bare,
    onlineTheoryMinutes: Math.max(0, spread.online + differs),
    classroomTheoryMinutes: spread.room,
    practiceMinutes: spread.practice,
  };
  const attendance: Attendance = {
    courseId: 'K-1',
    lessons: someLessons(chance, claim, spread),
    ...(!chance.once(15) && { passed: !chance.once(12) }),
    source: source('TRAINING'),
  };
  const rest = {
    courses: chance.once(15) ? [] : [attendance],
    otherBenefits: someBenefits(chance, claim),
  };
  return {
    instrument: 'TRAINING_SUBSIDY',
    claim,
    worker: answered(chance, aWorker(chance, home, claim.startsOn, rest)),
    applicant: answered(chance, aProvider(chance, claim.startsOn)),
    course: answered(chance, aCourse(chance, claim, total, spread)),
    held: chance.once(12)
      ? [
          heldFor(
            `${chance.pick([claim.startsOn.slice(0, 4), '2018'])}#${chance.pick([claim.courseType, 'BASIC_SKILL'])}`,
          ),
        ]
      : [],
    ...someOthers(chance, claim.startsOn.slice(0, 7)),
    ...handledBy(chance, home),
    submittedOn: chance.once(12) ? laterBy(claim.startsOn, chance.whole(0, 10)) : '2021-03-01',
    ...someSignals(chance),
  };
};

export const trainingValues = (chance: Chance, { values, sources }: RuleSet): RuleSet => {
  if (!chance.once(6)) return { values, sources };
  const turned = chance.pick<Partial<RuleSet['values']['training']>>([
    { onlineShareMaxBp: null },
    { onlineShareMaxBp: 5000 },
    { shareCounts: 'ALL_THEORY' },
    { dayRates: null },
    { maxSubsidisedDays: null },
    { maxSubsidisedDays: 12 },
    { recognisedPlatforms: [national, local] },
  ]);
  return { values: { ...values, training: { ...values.training, ...turned } }, sources };
};
