import { describe, expect, test } from 'vitest';
import { caseWorld, policyCase } from './case-file.ts';
import { decideCase } from './decide-case.ts';

/* Cases on hiring as a policy author may write them, in the format of cases.json. */
const poor = (idNumber: string, homeCounty: string, rest: object = {}) => ({
  idNumber,
  homeCounty,
  povertyStatus: 'REGISTERED_POOR',
  ...rest,
});
const world = caseWorld.parse({
  people: {
    P1: poor('141124198506129974', '141124'),
    P2: poor('141124199001019969', '141124', { povertyStatus: 'LIFTED_STILL_ASSISTED' }),
    /** Sixteen on 10 March 2020. */
    P3: poor('140925200403109988', '140925'),
    P4: poor('141030195608019969', '141030'),
    P5: poor('140223197802289976', '140223', { povertyStatus: 'NONE' }),
    P6: poor('140922198808159984', '140922', { povertyStatus: 'NONE', relocated: true }),
    LOST: poor('141124198001019999', '141124', { workCapacity: 'LOST' }),
  },
  organisations: {
    E1: { type: 'ENTERPRISE', uscc: '91141124MA0TEEE15W' },
    LARGE: { type: 'ENTERPRISE', uscc: '91141124MA0TEEE1AA', sizeClass: 'LARGE' },
    MEDIUM: { type: 'ENTERPRISE', uscc: '91141124MA0TEEE1BB', sizeClass: 'medium' },
    MICRO: { type: 'ENTERPRISE', uscc: '91141124MA0TEEE1CC', sizeClass: 'MICRO' },
    KEY: { type: 'KEY_PROJECT', uscc: '91141124MA0TEEE1DD' },
    SHOP: { type: 'INDIVIDUAL_BUSINESS', uscc: '92141124MA0TEEE1EE' },
    A1: { type: 'HR_AGENCY', uscc: '91140106MA0TAAA172' },
    A3: { type: 'PUBLIC_EMPLOYMENT_SERVICE', uscc: '12141124MB0TAAA37R' },
    A4: { type: 'LABOUR_BROKER' },
    ODD: { type: 'VILLAGE_COMMITTEE', uscc: '91140106MA0TAAA6AA' },
    E2: { type: 'WORKSHOP', uscc: '91141030MA0TEEE238', recognised: true },
    E2NO: { type: 'WORKSHOP', uscc: '91141030MA0TEEE239', recognised: false },
    E2UNSAID: { type: 'WORKSHOP', uscc: '91141030MA0TEEE240' },
    E1SHOP: { type: 'ENTERPRISE', uscc: '91141030MA0TEEE241', recognised: true },
    E3: { type: 'FARM_COOPERATIVE', uscc: '93140928MA0TEEE313', recognised: false },
    INPUT: { type: 'FARM_INPUT_ENTERPRISE', uscc: '91140928MA0TEEE314' },
    FAMILY: { type: 'FAMILY_FARM', uscc: '92140928MA0TEEE315' },
  },
  defaultConfig: {
    minimumAge: 16,
    hiring: {
      poorWorkerFen: 120_000,
      workshopMinMonths: 6,
      workshopMinPayFen: 600_000,
      enterpriseMinContractMonths: 6,
      oncePerWorker: true,
    },
  },
});

const answer = (instrument: string, facts: object, config: object = {}): string => {
  const { decision, amountFen, reasons } = decideCase(
    policyCase.parse({ id: 'X', instrument, facts, config }),
    world,
  );
  return `${decision} ${amountFen} ${reasons.join(' ')}`;
};
type Row = [what: string, facts: object, expected: string, config?: object];
const ok = 'APPROVE 120000 OK';
const notSet = 'NOT_CONFIGURED 0 RULE_NOT_CONFIGURED';

describe('a workshop: six months within a year and 6,000 yuan', () => {
  const usual = {
    employer: 'E2',
    worker: 'P4',
    cumulativeMonthsIn12: 6,
    payIn12MonthsFen: 600_000,
    workerAlreadyCounted: false,
  };
  test.each<Row>([
    ['both exactly', {}, ok],
    ['more of both', { cumulativeMonthsIn12: 12, payIn12MonthsFen: 3_000_000 }, ok],
    ['five months', { cumulativeMonthsIn12: 5 }, 'REJECT 0 MONTHS_SHORT'],
    ['five months and a half', { cumulativeMonthsIn12: 5.5 }, 'REJECT 0 MONTHS_SHORT'],
    ['no month', { cumulativeMonthsIn12: 0 }, 'REJECT 0 MONTHS_SHORT'],
    ['seven months', { cumulativeMonthsIn12: 7 }, ok],
    ['5,999.99 yuan', { payIn12MonthsFen: 599_999 }, 'REJECT 0 PAY_SHORT'],
    ['6,000.01 yuan', { payIn12MonthsFen: 600_001 }, ok],
    ['no pay', { payIn12MonthsFen: 0 }, 'REJECT 0 PAY_SHORT'],
    [
      'short of both',
      { cumulativeMonthsIn12: 5, payIn12MonthsFen: 599_999 },
      'REJECT 0 MONTHS_SHORT PAY_SHORT',
    ],
    ['months unsaid', { cumulativeMonthsIn12: undefined }, 'REVIEW 0 REGISTER_DIFFERS'],
    [
      'months unsaid, and pay short',
      { cumulativeMonthsIn12: null, payIn12MonthsFen: 599_999 },
      'REJECT 0 PAY_SHORT',
    ],
    ['pay unsaid', { payIn12MonthsFen: undefined }, 'REVIEW 0 REGISTER_DOES_NOT_KNOW'],
    ['both unsaid', { cumulativeMonthsIn12: null, payIn12MonthsFen: null }, 'REVIEW 0 PROOF_MISSING'],
    ['counted already', { workerAlreadyCounted: true }, 'REJECT 0 DUPLICATE'],
    ['nobody says whether', { workerAlreadyCounted: undefined }, ok],
    ['not recognised', { employer: 'E2NO' }, 'REJECT 0 NOT_RECOGNISED'],
    ['recognition unsaid', { employer: 'E2UNSAID' }, 'REVIEW 0 REGISTER_DOES_NOT_KNOW'],
    ['an enterprise that is a recognised workshop', { employer: 'E1SHOP' }, ok],
    ['not poor', { worker: 'P5' }, 'REJECT 0 NOT_REGISTERED_POOR'],
    ['relocated, not poor', { worker: 'P6' }, 'REJECT 0 NOT_REGISTERED_POOR'],
    ['lifted out, still assisted', { worker: 'P2' }, ok],
    ['not able to work', { worker: 'LOST' }, 'REJECT 0 NOT_ABLE_TO_WORK'],
    ['hired the day before sixteen', { worker: 'P3', hireDate: '2020-03-09' }, 'REJECT 0 UNDER_AGE'],
    ['hired at sixteen', { worker: 'P3', hireDate: '2020-03-10' }, ok],
    ['no day of hiring', { worker: 'P3' }, ok],
    ['hired in 2021', { hireDate: '2021-12-31' }, ok],
    ['hired after the figures ended', { hireDate: '2022-01-01' }, 'REJECT 0 OUT_OF_WINDOW'],
    ['another sum', {}, 'APPROVE 100000 OK', { 'hiring.poorWorkerFen': 100_000 }],
    ['no sum', {}, notSet, { 'hiring.poorWorkerFen': null }],
    ['no months set', {}, notSet, { 'hiring.workshopMinMonths': null }],
    ['no pay set', {}, notSet, { 'hiring.workshopMinPayFen': null }],
    ['seven months set', {}, 'REJECT 0 MONTHS_SHORT', { 'hiring.workshopMinMonths': 7 }],
    ['8,000 yuan set', {}, 'REJECT 0 PAY_SHORT', { 'hiring.workshopMinPayFen': 800_000 }],
    [
      'no sum, and short',
      { cumulativeMonthsIn12: 5 },
      'REJECT 0 MONTHS_SHORT',
      { 'hiring.poorWorkerFen': null },
    ],
  ])('%s', (_what, facts, expected, config) => {
    expect(answer('HIRING_SUBSIDY', { ...usual, ...facts }, config)).toBe(expected);
  });
});

describe('an enterprise: a contract of half a year', () => {
  const usual = {
    employer: 'E1',
    worker: 'P1',
    contractStart: '2020-03-01',
    contractEnd: '2020-08-31',
    workerAlreadyCounted: false,
  };
  test.each<Row>([
    ['half a year to the day', {}, ok],
    ['a day short', { contractEnd: '2020-08-30' }, 'REJECT 0 CONTRACT_TOO_SHORT'],
    ['a year', { contractEnd: '2021-02-28' }, ok],
    ['open-ended', { contractEnd: null }, ok],
    ['no last day', { contractEnd: undefined }, ok],
    [
      'a fixed term without a last day',
      { contractEnd: null, contractType: 'FIXED_TERM' },
      'REVIEW 0 PROOF_MISSING',
    ],
    ['until a task is done', { contractType: 'TASK_BASED' }, 'REVIEW 0 TASK_BASED_CONTRACT'],
    ['no contract', { contractStart: null, contractEnd: null }, 'REVIEW 0 PROOF_MISSING'],
    ['counted already', { workerAlreadyCounted: true }, 'REJECT 0 DUPLICATE'],
    [
      'counted, where a worker may count twice',
      { workerAlreadyCounted: true },
      ok,
      { 'hiring.oncePerWorker': false },
    ],
    ['a large one', { employer: 'LARGE' }, notSet],
    ['a medium one', { employer: 'MEDIUM' }, notSet],
    ['a large one by the case', { employerSizeClass: 'large' }, notSet],
    ['a micro one', { employer: 'MICRO' }, ok],
    ['of a size the desk has no word for', { employerSizeClass: 'HUGE' }, ok],
    ['a key project', { employer: 'KEY' }, notSet],
    [
      'a key project whose figures are set',
      { employer: 'KEY' },
      'APPROVE 90000 OK',
      { 'hiring.keyProjectFen': 90_000, 'hiring.keyProjectMinContractMonths': 3 },
    ],
    [
      'a large one whose figures are set, too short',
      { employer: 'LARGE' },
      'REJECT 0 CONTRACT_TOO_SHORT',
      { 'hiring.largeEnterpriseFen': 90_000, 'hiring.largeEnterpriseMinContractMonths': 12 },
    ],
    [
      'a large one with a sum and no term',
      { employer: 'LARGE' },
      notSet,
      { 'hiring.largeEnterpriseFen': 90_000 },
    ],
    ['an individual business', { employer: 'SHOP' }, 'REVIEW 0 NOT_ELIGIBLE_ORGANISATION'],
    [
      'an individual business, as an enterprise',
      { employer: 'SHOP' },
      ok,
      { 'hiring.individualBusiness': 'AS_ENTERPRISE' },
    ],
    [
      'an individual business, not paid',
      { employer: 'SHOP' },
      'REJECT 0 NOT_ELIGIBLE_ORGANISATION',
      { 'hiring.individualBusiness': 'NOT_PAID' },
    ],
    ['a farm-input enterprise', { employer: 'INPUT' }, ok],
    ['a cooperative', { employer: 'E3' }, 'REVIEW 0 NOT_ELIGIBLE_ORGANISATION'],
    ['an agency that hires', { employer: 'A1' }, ok],
    ['a public employment service', { employer: 'A3' }, 'REJECT 0 NOT_ELIGIBLE_ORGANISATION'],
    ['a broker', { employer: 'A4' }, 'REJECT 0 NOT_ELIGIBLE_ORGANISATION'],
    ['a body the desk has no word for', { employer: 'ODD' }, 'REVIEW 0 REGISTER_DOES_NOT_KNOW'],
    ['a workshop that names a contract only', { employer: 'E2' }, 'REVIEW 0 PROOF_MISSING'],
    ['came back within a year', { rehiredWithin12Months: true }, 'REJECT 0 NOT_NEWLY_HIRED'],
    ['did not', { rehiredWithin12Months: false }, ok],
    ['not poor', { worker: 'P5' }, 'REJECT 0 NOT_REGISTERED_POOR'],
    [
      'the day before sixteen',
      { worker: 'P3', contractStart: '2020-03-09', contractEnd: null },
      'REJECT 0 UNDER_AGE',
    ],
    ['no term set', {}, notSet, { 'hiring.enterpriseMinContractMonths': null }],
    ['a year set', {}, 'REJECT 0 CONTRACT_TOO_SHORT', { 'hiring.enterpriseMinContractMonths': 12 }],
  ])('%s', (_what, facts, expected, config) => {
    expect(answer('HIRING_SUBSIDY', { ...usual, ...facts }, config)).toBe(expected);
  });
});

describe('a farm employer: as a workshop, without its recognition', () => {
  const usual = {
    employer: 'E3',
    worker: 'P2',
    cumulativeMonthsIn12: 6,
    payIn12MonthsFen: 620_000,
    workerAlreadyCounted: false,
  };
  test.each<Row>([
    ['clear', {}, ok],
    ['exactly 6,000 yuan', { payIn12MonthsFen: 600_000 }, ok],
    ['5,999.99 yuan', { payIn12MonthsFen: 599_999 }, 'REJECT 0 PAY_SHORT'],
    ['five months', { cumulativeMonthsIn12: 5 }, 'REJECT 0 MONTHS_SHORT'],
    ['counted under either clause', { workerAlreadyCounted: true }, 'REJECT 0 DUPLICATE'],
    ['a farm-input enterprise', { employer: 'INPUT' }, ok],
    ['a family farm', { employer: 'FAMILY' }, ok],
    ['the owner’s family', { familyMember: true }, 'REJECT 0 WRONG_EMPLOYMENT_KIND'],
    [
      'the owner’s family, for an officer',
      { familyMember: true },
      'REVIEW 0 WRONG_EMPLOYMENT_KIND',
      { 'hiring.farmFamily': 'OFFICER' },
    ],
    ['not of the family', { familyMember: false }, ok],
    ['an enterprise of another kind', { employer: 'E1' }, 'REJECT 0 NOT_ELIGIBLE_ORGANISATION'],
    ['not poor', { worker: 'P5' }, 'REJECT 0 NOT_REGISTERED_POOR'],
    ['no sum', {}, notSet, { 'hiring.poorWorkerFen': null }],
  ])('%s', (_what, facts, expected, config) => {
    expect(answer('FARM_HIRING_SUBSIDY', { ...usual, ...facts }, config)).toBe(expected);
  });
});
