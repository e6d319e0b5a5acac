import { describe, expect, test } from 'vitest';
import {
  aCourse,
  allPractice,
  allTheory,
  anAttendance,
  aProvider,
  aTrainee,
  hands,
  inClass,
  online,
  recognisedPlatform,
  spread,
  trainingFacts,
  trainingRules,
  type Change,
} from '../../../test/builders/training.ts';
import { lineAssessment } from '../../contracts/assessment.ts';
import type { CourseAttendance, OtherBenefit, WorkerRecord } from '../../contracts/registers/worker.ts';
import type { RuleValues } from '../../contracts/rule-values.ts';
import { trainingClaim } from './claim.ts';
import { assessTraining } from './index.ts';
import { trainingLine } from './instrument.ts';

const assess = (change: Change = {}, values: Partial<RuleValues['training']> = {}) =>
  lineAssessment.parse(assessTraining(trainingFacts(change), trainingRules(values)));

/** The outcome, the amount in yuan and every reason, on one line. */
const answer = (...given: Parameters<typeof assess>): string => {
  const { outcome, amountFen, reasons } = assess(...given);
  return `${outcome} ${amountFen / 100} ${reasons.join(' ')}`;
};
const paid = 'APPROVE 1500 OK';
const capped = 'APPROVE 1500 ONLINE_CAPPED';
const refused = (reasons: string) => `REJECT 0 ${reasons}`;
const review = (reasons: string) => `REVIEW 1500 ${reasons}`;

const worker = (rest: Partial<WorkerRecord>): Change => ({ facts: { worker: aTrainee(rest) } });

/** A plan of 100 hours with no list of lessons, and so many minutes of each kind in the log. */
const hundredHours = (onlineMinutes: number, practiceMinutes: number, classMinutes = 0): Change => ({
  course: aCourse({ totalMinutes: 6000, lessons: [] }),
  lessons: [
    ...spread(online, onlineMinutes),
    ...spread(hands, practiceMinutes),
    ...spread(inClass, classMinutes),
  ],
});

describe('online theory counts up to 30 % of all hours, in minutes', () => {
  test.each([
    ['exactly the share', hundredHours(1800, 4200), paid],
    ['a minute less of both is a minute short', hundredHours(1799, 4200), review('HOURS_SHORT')],
    ['a minute above the share, the rest suffices', hundredHours(1801, 4200), capped],
    ['30.1 hours and 70 hours of practice', hundredHours(1806, 4200), capped],
    ['above the share, and the rest is a minute short', hundredHours(1801, 4196), review('HOURS_SHORT')],
    ['practice for all of it', hundredHours(0, 6000), paid],
    ['online only', hundredHours(6000, 0), review('HOURS_SHORT')],
    ['classroom and online theory, but no practice', hundredHours(1800, 0, 4200), review('HOURS_SHORT')],
    ['theory in a classroom counts in full (a)', hundredHours(1800, 3000, 1200), paid],
  ])('%s', (_case, change, expected) => {
    expect(answer(change)).toBe(expected);
  });

  test('the share of an odd total is rounded down to the minute', () => {
    const odd = (minutes: number): Change => ({
      course: aCourse({ totalMinutes: 4801, lessons: [] }),
      lessons: [...spread(online, minutes), ...spread(hands, 3361)],
    });
    // 30 % of 4801 are 1440.3; 1440 and 3361 make 4801.
    expect(answer(odd(1440))).toBe(paid);
    expect(answer(odd(1441))).toBe(capped);
  });

  test('a county that reads the share as all theory credits less of it (a)', () => {
    const mixed = hundredHours(1200, 4200, 600);
    expect(answer(mixed)).toBe(paid);
    expect(answer(mixed, { shareCounts: 'ALL_THEORY' })).toBe(paid);
    const more = hundredHours(1200, 3600, 1200);
    expect(answer(more)).toBe(paid);
    expect(answer(more, { shareCounts: 'ALL_THEORY' })).toBe(review('HOURS_SHORT'));
  });

  test('another share decides otherwise', () => {
    expect(answer(hundredHours(1800, 4200), { onlineShareMaxBp: 2999 })).toBe(review('HOURS_SHORT'));
    expect(answer(hundredHours(2400, 3600), { onlineShareMaxBp: 4000 })).toBe(paid);
  });

  test('an officer sees what is credited and what is not', () => {
    const { checks } = assess(hundredHours(1806, 4200));
    const inputs = checks.find(({ checkId }) => checkId === 'hours')?.inputs ?? [];
    expect(Object.fromEntries(inputs.map(({ name, value }) => [name, value]))).toEqual({
      totalMinutes: 6000,
      onlineTheoryMinutes: 1806,
      classroomTheoryMinutes: 0,
      practiceMinutes: 4200,
      minutesNotCredited: 0,
      creditedMinutes: 6000,
    });
  });
});

describe('what was attended, against the plan', () => {
  const differs = 'REGISTER_DIFFERS';
  const withTheory = (...lessons: CourseAttendance['lessons']): Change => ({
    lessons: [...lessons, ...allPractice],
    claim: { onlineTheoryMinutes: 0, classroomTheoryMinutes: 0 },
  });
  const short = allTheory.slice(1);
  test.each([
    ['a lesson watched twice', withTheory(...short, online('T1', 180)), review('HOURS_SHORT')],
    ['a lesson in two sittings', withTheory(...short, online('T0', 100), online('T0', 80)), paid],
    ['a lesson that is not in the plan', withTheory(...short, online('T9', 180)), review('HOURS_SHORT')],
    [
      'theory logged as practice',
      withTheory(...short, hands('T0', 180)),
      review('HOURS_SHORT REGISTER_DIFFERS'),
    ],
    ['the lesson in a classroom instead', withTheory(...short, inClass('T0', 180)), paid],
    ['half online, half in a classroom', withTheory(...short, inClass('T0', 90), online('T0', 90)), paid],
    [
      'a day before the course',
      withTheory(...short, online('T0', 180, { on: '2020-03-31' })),
      review('HOURS_SHORT'),
    ],
    [
      'a day after the course',
      withTheory(...short, online('T0', 180, { on: '2020-05-01' })),
      review('HOURS_SHORT'),
    ],
    [
      'on a platform nobody named',
      withTheory(...short, online('T0', 180, { platform: 'X' })),
      review('HOURS_SHORT'),
    ],
    [
      'on no platform',
      withTheory(...short, { lessonId: 'T0', kind: 'ONLINE_THEORY', on: '2020-04-02', minutes: 180 }),
      review('HOURS_SHORT'),
    ],
  ])('%s', (_case, change, expected) => {
    expect(answer(change)).toBe(expected);
  });

  const local = (onlineToo: boolean): Change => ({
    ...withTheory(
      ...short,
      online('T0', 180, { platform: '本县在线' }),
      ...(onlineToo ? [inClass('T0', 180)] : []),
    ),
    course: aCourse({ platforms: [recognisedPlatform, '本县在线'] }),
  });
  test('hours on a local platform of the plan count, and an officer says whether it is a mature one', () => {
    expect(answer(local(false))).toBe(review('PROOF_MISSING'));
    expect(answer(local(false), { recognisedPlatforms: [recognisedPlatform, '本县在线'] })).toBe(paid);
    expect(answer(local(true))).toBe(paid);
  });

  test('a lesson that lies ahead of the claim is not credited', () => {
    expect(answer({ facts: { submittedOn: '2020-04-16' } })).toBe(paid);
    expect(answer({ facts: { submittedOn: '2020-04-15' } })).toBe(review('HOURS_SHORT REGISTER_DIFFERS'));
  });

  test('more than 24 hours in one day are for a person to look at', () => {
    const oneDay = (minutes: number): Change => ({
      course: aCourse({ lessons: [] }),
      lessons: [...allTheory, ...allPractice, hands('more', minutes, { on: '2020-04-20' })],
    });
    expect(answer(oneDay(1440))).toBe(paid);
    expect(answer(oneDay(1441))).toBe(review('RISK_FOUND'));
  });

  test.each([
    ['lessons that do not add up', aCourse({ totalMinutes: 4799 }), {}, review(differs)],
    ['no list of lessons', aCourse({ lessons: [] }), {}, paid],
    ['another provider’s course', aCourse({ providerCode: '91140106MA0TAAA25W' }), {}, review(differs)],
    ['another type', aCourse(), { courseType: 'SKILL_UPGRADE' }, review(differs)],
    ['other dates', aCourse(), { endsOn: '2020-05-01' }, review(differs)],
    ['more minutes claimed than attended', aCourse(), { practiceMinutes: 3361 }, review(differs)],
    ['fewer minutes claimed than attended', aCourse(), { practiceMinutes: 3000 }, paid],
    ['more days claimed than planned', aCourse(), { trainingDays: 12 }, review(differs)],
    ['fewer days claimed than planned', aCourse(), { trainingDays: 9 }, `REVIEW 1350 ${differs}`],
  ])('%s', (_case, course, claim, expected) => {
    expect(answer({ course, claim })).toBe(expected);
  });
});

describe('150 yuan a day to the tenth day, 100 to the fifteenth', () => {
  const days = (trainingDays: number): Change => ({ course: aCourse({ trainingDays }) });
  test.each([
    [1, 'APPROVE 150 OK'],
    [9, 'APPROVE 1350 OK'],
    [10, 'APPROVE 1500 OK'],
    [11, 'APPROVE 1600 OK'],
    [12, 'APPROVE 1700 OK'],
    [15, 'APPROVE 2000 OK'],
    [16, 'APPROVE 2000 CAPPED'],
    [30, 'APPROVE 2000 CAPPED'],
  ])('%i days', (count, expected) => {
    expect(answer(days(count))).toBe(expected);
  });

  test('other rates and limits', () => {
    const flat = [{ upToDay: 5, fen: 20_000 }];
    expect(answer(days(5), { dayRates: flat })).toBe('APPROVE 1000 OK');
    expect(answer(days(10), { dayRates: flat })).toBe('APPROVE 1000 CAPPED');
    expect(answer(days(12), { maxSubsidisedDays: 10 })).toBe('APPROVE 1500 CAPPED');
    expect(answer(days(12), { maxSubsidisedDays: 30 })).toBe('APPROVE 1700 OK');
  });

  test.each(['dayRates', 'maxSubsidisedDays', 'onlineShareMaxBp'] as const)(
    'without %s nothing is paid and the claim is kept',
    (name) => {
      expect(answer({}, { [name]: null })).toBe('NOT_CONFIGURED 0 RULE_NOT_CONFIGURED');
    },
  );
});

describe('the trainee', () => {
  const statuses = (
    status: 'REGISTERED_POOR' | 'LIFTED_STILL_ASSISTED' | 'NONE',
    startsOn = '2014-01-01',
  ) => ({
    povertyStatuses: [{ status, startsOn }],
  });
  test.each([
    ['registered as poor', worker({}), paid],
    ['lifted out, still assisted', worker(statuses('LIFTED_STILL_ASSISTED')), paid],
    ['relocated and poor', worker({ relocated: true }), paid],
    ['relocated and not poor', worker({ ...statuses('NONE'), relocated: true }), paid],
    ['neither poor nor relocated', worker(statuses('NONE')), refused('NOT_REGISTERED_POOR')],
    ['poor from the first day on', worker(statuses('REGISTERED_POOR', '2020-04-01')), paid],
    [
      'poor from the second day on',
      worker(statuses('REGISTERED_POOR', '2020-04-02')),
      refused('NOT_REGISTERED_POOR'),
    ],
    ['sixteen on the first day', worker({ birthDate: '2004-04-01' }), paid],
    ['sixteen on the second day', worker({ birthDate: '2004-04-02' }), refused('UNDER_AGE')],
    ['relocated and under age', worker({ relocated: true, birthDate: '2005-01-01' }), refused('UNDER_AGE')],
    ['64 years old', worker({ birthDate: '1955-08-01' }), paid],
    ['able in part', worker({ workCapacity: 'PARTIAL' }), paid],
    ['not able to work', worker({ workCapacity: 'LOST' }), refused('NOT_ABLE_TO_WORK')],
    ['from another county', worker({ homeDivision: '141125' }), review('REGISTER_DIFFERS')],
  ])('%s', (_case, change, expected) => {
    expect(answer(change)).toBe(expected);
  });
});

describe('the assessment', () => {
  const result = (rest: Partial<CourseAttendance>): Change => {
    const { courseId, lessons, source } = anAttendance();
    return worker({ courses: [{ courseId, lessons, source, ...rest }] });
  };
  test.each([
    ['passed', result({ passed: true }), paid],
    ['failed', result({ passed: false }), refused('NOT_PASSED')],
    ['no result yet', result({}), review('REGISTER_DOES_NOT_KNOW')],
    ['no result, but a certificate', result({ certificateNo: 'Z-1' }), paid],
    [
      'failed with a certificate of something',
      result({ passed: false, certificateNo: 'Z-1' }),
      refused('NOT_PASSED'),
    ],
  ])('%s', (_case, change, expected) => {
    expect(answer(change)).toBe(expected);
  });
});

describe('once for each type and year', () => {
  const held = (period: string): Change => ({
    facts: { held: [{ period, applicationId: 'A20200316-7K3M9QW2ZD' }] },
  });
  test.each([
    ['the same type in the same year', held('2020#BASIC_SKILL'), refused('DUPLICATE')],
    ['another type', held('2020#SKILL_UPGRADE'), paid],
    ['another year', held('2019#BASIC_SKILL'), paid],
    [
      'a second start-up training',
      { ...held('2020#START_UP'), course: aCourse({ courseType: 'START_UP' }) },
      review('CLAIMED_ELSEWHERE'),
    ],
  ])('%s', (_case, change, expected) => {
    expect(answer(change)).toBe(expected);
  });

  test('where a county pays more than once, the same course is still paid once', () => {
    const often = { oncePerYearPerType: false };
    expect(answer(held('2020#BASIC_SKILL'), often)).toBe(paid);
    expect(answer(held('2020#BASIC_SKILL#C-1'), often)).toBe(refused('DUPLICATE'));
    expect(assess({}, often).entitlements).toEqual([{ period: '2020#BASIC_SKILL#C-1', amountFen: 150_000 }]);
  });

  test('its key is what the desk looks up', () => {
    const { claim } = trainingFacts();
    const { values } = trainingRules();
    expect(trainingLine.periods(claim, values)).toEqual(['2020#BASIC_SKILL']);
    expect(assess().entitlements).toEqual([{ period: '2020#BASIC_SKILL', amountFen: 150_000 }]);
  });

  const benefit = (kind: OtherBenefit['kind'], rest: Partial<OtherBenefit> = {}): Change =>
    worker({
      otherBenefits: [{ kind, month: '2020-04', amountFen: 1, source: anAttendance().source, ...rest }],
    });
  test.each([
    [
      'the unemployment fund paid for the course',
      benefit('SKILL_UPGRADE_SUBSIDY', { courseId: 'C-1' }),
      refused('DUPLICATE'),
    ],
    ['it paid for another course', benefit('SKILL_UPGRADE_SUBSIDY', { courseId: 'C-2' }), paid],
    [
      'it paid in the month, nobody knows for what',
      benefit('SKILL_UPGRADE_SUBSIDY'),
      review('EXCLUDED_BENEFIT'),
    ],
    [
      'it paid a month later, nobody knows for what',
      benefit('SKILL_UPGRADE_SUBSIDY', { month: '2020-05' }),
      paid,
    ],
    [
      '雨露计划 paid for the course',
      benefit('YULU_PROGRAMME', { courseId: 'C-1' }),
      review('EXCLUDED_BENEFIT'),
    ],
    [
      '以工代训 paid for the course',
      benefit('WORK_BASED_TRAINING', { courseId: 'C-1' }),
      review('EXCLUDED_BENEFIT'),
    ],
    ['an unemployment benefit', benefit('UNEMPLOYMENT_BENEFIT'), paid],
  ])('%s', (_case, change, expected) => {
    expect(answer(change)).toBe(expected);
  });
});

describe('what a register does not know refuses nobody', () => {
  const unknown = 'REGISTER_DOES_NOT_KNOW';
  test.each([
    ['the worker', { facts: { worker: 'UNKNOWN' as const } }, review(unknown)],
    ['the workers’ register is down', { facts: { worker: 'UNAVAILABLE' as const } }, review(unknown)],
    ['the course', { course: 'UNKNOWN' as const }, review(unknown)],
    ['the attendance', worker({ courses: [] }), review(unknown)],
    ['the applicant', { facts: { applicant: 'UNKNOWN' as const } }, review(unknown)],
    ['a qualification', { facts: { applicant: aProvider({ licences: [] }) } }, review('LICENCE_NOT_VALID')],
  ])('%s', (_case, change: Change, expected) => {
    expect(answer(change)).toBe(expected);
  });
});

describe('a claim that cannot be is not taken', () => {
  const good = trainingFacts().claim;
  test.each([
    ['ends before it starts', { endsOn: '2020-03-31' }],
    ['more days than it lasts', { trainingDays: 31 }],
    ['no day', { trainingDays: 0 }],
    ['negative minutes', { practiceMinutes: -1 }],
    ['half a minute', { practiceMinutes: 0.5 }],
    ['a type nobody knows', { courseType: 'DANCING' }],
  ])('%s', (_case, change) => {
    expect(trainingClaim.safeParse(good).success).toBe(true);
    expect(trainingClaim.safeParse({ ...good, ...change }).success).toBe(false);
  });
});
