import { describe, expect, test } from 'vitest';
import { caseWorld, policyCase } from './case-file.ts';
import { decideCase } from './decide-case.ts';

/* The policy cases of clause 三.2, each field varied. Synthetic people only. */
const world = caseWorld.parse({
  people: {
    P1: { idNumber: '141124198506129974', homeCounty: '141124', povertyStatus: 'REGISTERED_POOR' },
    P2: { idNumber: '141124199001019969', homeCounty: '141124', povertyStatus: 'LIFTED_STILL_ASSISTED' },
    /** Sixteen on 10 March 2020. */
    P3: { idNumber: '140925200403109988', homeCounty: '140925', povertyStatus: 'REGISTERED_POOR' },
    P4: { idNumber: '141030195608019969', homeCounty: '141030', povertyStatus: 'REGISTERED_POOR' },
    P5: { idNumber: '140223197802289976', homeCounty: '140223', povertyStatus: 'NONE' },
    P6: { idNumber: '140922198808159984', homeCounty: '140922', povertyStatus: 'NONE', relocated: true },
    LOST: {
      idNumber: '141124198001019999',
      homeCounty: '141124',
      povertyStatus: 'REGISTERED_POOR',
      workCapacity: 'LOST',
    },
  },
  organisations: {
    T1: { type: 'TRAINING_PROVIDER', uscc: '91140106MA0TAAA5AA' },
    A1: { type: 'HR_AGENCY', uscc: '91140106MA0TAAA172', hrLicenceValid: true },
  },
  defaultConfig: {
    training: {
      onlineShareMaxBp: 3000,
      dayRates: [
        { upToDay: 10, fen: 15_000 },
        { upToDay: 15, fen: 10_000 },
      ],
      maxSubsidisedDays: 15,
      oncePerYearPerType: true,
    },
  },
});

const usual = {
  worker: 'P1',
  courseType: 'BASIC_SKILL',
  year: 2020,
  totalMinutes: 4800,
  onlineTheoryMinutes: 1440,
  practiceMinutes: 3360,
  trainingDays: 10,
  passed: true,
  alreadySubsidisedSameTypeInYear: false,
};
const answer = (facts: object, config: object = {}): string => {
  const one = decideCase(
    policyCase.parse({ id: 'X', instrument: 'TRAINING_SUBSIDY', facts: { ...usual, ...facts }, config }),
    world,
  );
  expect(one.reasonCode).toBe(one.reasons[0]);
  return `${one.decision} ${one.amountFen} ${one.reasons.join(' ')}`;
};

const ok = 'APPROVE 150000 OK';
const capped = 'APPROVE 150000 ONLINE_CAPPED';
const short = 'REVIEW 0 HOURS_SHORT';
const notSet = 'NOT_CONFIGURED 0 RULE_NOT_CONFIGURED';

describe('training', () => {
  test.each<[string, object, string, object?]>([
    ['exactly 30 %', {}, ok],
    ['a minute above it, and the rest suffices', { onlineTheoryMinutes: 1441 }, capped],
    ['a minute above it in place of practice', { onlineTheoryMinutes: 1441, practiceMinutes: 3359 }, short],
    ['a minute below it', { onlineTheoryMinutes: 1439 }, short],
    ['a minute below it, made up by practice', { onlineTheoryMinutes: 1439, practiceMinutes: 3361 }, ok],
    ['half of it online', { onlineTheoryMinutes: 2400, practiceMinutes: 2400 }, short],
    ['online only', { onlineTheoryMinutes: 4800, practiceMinutes: 0 }, short],
    ['online only, practice not named', { onlineTheoryMinutes: 4800, practiceMinutes: undefined }, short],
    ['practice only', { onlineTheoryMinutes: 0, practiceMinutes: 4800 }, ok],
    ['practice only, theory not named', { onlineTheoryMinutes: null, practiceMinutes: 4800 }, ok],
    ['theory in a classroom', { onlineTheoryMinutes: 0, classroomTheoryMinutes: 1440 }, ok],
    [
      'an odd total: 30 % of 4801 is 1440',
      { totalMinutes: 4801, onlineTheoryMinutes: 1441, practiceMinutes: 3360 },
      short,
    ],
    [
      'an odd total, practice makes it up',
      { totalMinutes: 4801, onlineTheoryMinutes: 1441, practiceMinutes: 3361 },
      capped,
    ],
    ['300 hours', { totalMinutes: 18_000, onlineTheoryMinutes: 5400, practiceMinutes: 12_600 }, ok],
    ['one day', { trainingDays: 1 }, 'APPROVE 15000 OK'],
    ['nine days', { trainingDays: 9 }, 'APPROVE 135000 OK'],
    ['eleven days', { trainingDays: 11 }, 'APPROVE 160000 OK'],
    ['fifteen days', { trainingDays: 15 }, 'APPROVE 200000 OK'],
    ['sixteen days', { trainingDays: 16 }, 'APPROVE 200000 CAPPED'],
    ['twenty days', { trainingDays: 20 }, 'APPROVE 200000 CAPPED'],
    ['no word about days: 80 hours are ten', { trainingDays: undefined }, ok],
    ['failed', { passed: false }, 'REJECT 0 NOT_PASSED'],
    ['nobody knows whether it was passed', { passed: null }, 'REVIEW 0 REGISTER_DOES_NOT_KNOW'],
    ['no word about the assessment', { passed: undefined }, ok],
    ['failed, and too few hours', { passed: false, practiceMinutes: 0 }, 'REJECT 0 NOT_PASSED'],
    ['same type, same year', { alreadySubsidisedSameTypeInYear: true }, 'REJECT 0 DUPLICATE'],
    ['no word about it', { alreadySubsidisedSameTypeInYear: undefined }, ok],
    ['null for it', { alreadySubsidisedSameTypeInYear: null }, ok],
    [
      'same type, same year, where it is not once',
      { alreadySubsidisedSameTypeInYear: true },
      ok,
      { 'training.oncePerYearPerType': false },
    ],
    [
      'a second start-up training',
      { courseType: 'START_UP', alreadySubsidisedSameTypeInYear: true },
      'REVIEW 0 CLAIMED_ELSEWHERE',
    ],
    ['a type of another name', { courseType: 'SKILL_UPGRADE' }, ok],
    ['a type the desk has no word for', { courseType: 'COOKING' }, ok],
    ['2019', { year: 2019 }, ok],
    ['no year', { year: undefined }, ok],
    ['lifted out', { worker: 'P2' }, ok],
    ['sixteen in the year', { worker: 'P3' }, ok],
    [
      'the day before the sixteenth birthday',
      { worker: 'P3', startDate: '2020-03-09' },
      'REJECT 0 UNDER_AGE',
    ],
    ['the sixteenth birthday', { worker: 'P3', startDate: '2020-03-10' }, ok],
    ['fifteen', { worker: 'P3', year: 2019 }, 'REJECT 0 UNDER_AGE'],
    ['sixty-three', { worker: 'P4' }, ok],
    ['not poor', { worker: 'P5' }, 'REJECT 0 NOT_REGISTERED_POOR'],
    ['relocated, not poor', { worker: 'P6' }, ok],
    ['unable to work', { worker: 'LOST' }, 'REJECT 0 NOT_ABLE_TO_WORK'],
    ['the provider named', { applicant: 'T1' }, ok],
    ['an agency that trains', { applicant: 'A1' }, ok],
    ['on another platform', { platform: '某某网课' }, `${short} REGISTER_DIFFERS`],
    ['on the other named platform', { platform: '就业创业和职业培训在线' }, ok],
    ['paid by 雨露计划', { paidByOtherProgramme: 'YULU' }, 'REVIEW 0 EXCLUDED_BENEFIT'],
    ['paid by the unemployment fund', { paidByOtherProgramme: 'UNEMPLOYMENT_FUND' }, 'REJECT 0 DUPLICATE'],
    ['paid by 以工代训', { paidByOtherProgramme: '以工代训' }, 'REVIEW 0 EXCLUDED_BENEFIT'],
    ['paid by nobody else', { paidByOtherProgramme: false }, ok],
    ['no rates', {}, notSet, { 'training.dayRates': null }],
    ['no limit of days', {}, notSet, { 'training.maxSubsidisedDays': null }],
    ['no share', {}, notSet, { 'training.onlineShareMaxBp': null }],
    ['nobody has said whether once', {}, notSet, { 'training.oncePerYearPerType': null }],
    ['a share of 20 %', {}, short, { 'training.onlineShareMaxBp': 2000 }],
    [
      'a share of half',
      { onlineTheoryMinutes: 2400, practiceMinutes: 2400 },
      ok,
      { 'training.onlineShareMaxBp': 5000 },
    ],
    ['other rates', {}, 'APPROVE 100000 OK', { 'training.dayRates': [{ upToDay: 15, fen: 10_000 }] }],
    ['ten days at most', { trainingDays: 12 }, 'APPROVE 150000 CAPPED', { 'training.maxSubsidisedDays': 10 }],
    [
      'no rates, and not poor',
      { worker: 'P5' },
      'REJECT 0 NOT_REGISTERED_POOR',
      { 'training.dayRates': null },
    ],
  ])('%s', (_what, facts, expected, config) => {
    expect(answer(facts, config)).toBe(expected);
  });
});
