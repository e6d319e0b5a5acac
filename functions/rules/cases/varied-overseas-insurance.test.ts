import { describe, expect, test } from 'vitest';
import { caseWorld, policyCase } from './case-file.ts';
import { decideCase } from './decide-case.ts';

/* The policy cases of clauses 二.3 and 四.3 (insurance), each field varied. Synthetic people only. */
const poor = { povertyStatus: 'REGISTERED_POOR' };
const world = caseWorld.parse({
  people: {
    P1: { idNumber: '141124198506129974', homeCounty: '141124', ...poor },
    P2: { idNumber: '141124199001019969', homeCounty: '141124', povertyStatus: 'LIFTED_STILL_ASSISTED' },
    /** Sixteen on 10 March 2020. */
    P3: { idNumber: '140925200403109988', homeCounty: '140925', ...poor },
    /** A woman born in 1956. */
    P4: { idNumber: '141030195608019969', homeCounty: '141030', ...poor },
    P5: { idNumber: '140223197802289976', homeCounty: '140223', povertyStatus: 'NONE' },
    P6: { idNumber: '140922198808159984', homeCounty: '140922', povertyStatus: 'NONE', relocated: true },
    P7: { idNumber: '140928199505209975', homeCounty: '140928', povertyStatus: 'LIFTED_STILL_ASSISTED' },
    LOST: { idNumber: '141124198001019999', homeCounty: '141124', ...poor, workCapacity: 'LOST' },
  },
  organisations: {
    A1: { type: 'HR_AGENCY', uscc: '91140106MA0TAAA172', hrLicenceValid: true },
    E1: { type: 'ENTERPRISE', uscc: '91141124MA0TEEE15W' },
  },
  defaultConfig: {
    overseas: { amountFen: null },
    socialInsurance: {
      lines: ['PENSION', 'MEDICAL', 'UNEMPLOYMENT', 'WORK_INJURY', 'MATERNITY'],
      rateBp: 10_000,
      minContractMonths: 12,
      maxMonths: 36,
    },
  },
});

const answer = (instrument: string, facts: object, config: object = {}): string => {
  const one = decideCase(policyCase.parse({ id: 'X', instrument, facts, config }), world);
  expect(one.reasonCode).toBe(one.reasons[0]);
  return `${one.decision} ${one.amountFen} ${one.reasons.join(' ')}`;
};
const notSet = 'NOT_CONFIGURED 0 RULE_NOT_CONFIGURED';

describe('overseas', () => {
  const usual = { worker: 'P7', country: 'JPN', priorityListed: true };
  const set = { 'overseas.amountFen': 500_000 };
  const ok = 'APPROVE 500000 OK';
  test.each<[string, object, string, object?]>([
    ['no figure', {}, notSet],
    ['a figure', {}, ok, set],
    ['about Japan, 26,000 yuan', {}, 'APPROVE 2600000 OK', { 'overseas.amountFen': 2_600_000 }],
    ['Hong Kong', { country: 'HKG' }, ok, set],
    ['Taiwan by its division', { country: '710000' }, ok, set],
    ['a mainland place', { country: '110105' }, 'REJECT 0 WRONG_EMPLOYMENT_KIND', set],
    ['not on the list', { priorityListed: false }, 'REVIEW 0 REGISTER_DOES_NOT_KNOW', set],
    ['not on the list, and no figure', { priorityListed: false }, `${notSet} REGISTER_DOES_NOT_KNOW`],
    ['no word about the list', { priorityListed: undefined }, ok, set],
    ['does not meet the conditions', { meetsConditions: false }, 'REVIEW 0 OUTSIDE_SOFT_LIMIT', set],
    ['no training', { trainingHours: 0 }, 'REVIEW 0 PROOF_MISSING', set],
    ['not trained', { trained: false }, 'REVIEW 0 PROOF_MISSING', set],
    ['40 hours of training', { trainingHours: 40 }, ok, set],
    ['a company named', { operator: 'A1' }, ok, set],
    [
      'a company without a licence',
      { operator: 'A1', operatorLicensed: false },
      'REVIEW 0 LICENCE_NOT_VALID',
      set,
    ],
    ['not poor', { worker: 'P5' }, 'REJECT 0 NOT_REGISTERED_POOR', set],
    ['not poor, and no figure', { worker: 'P5' }, 'REJECT 0 NOT_REGISTERED_POOR'],
    ['relocated, not poor', { worker: 'P6' }, 'REJECT 0 NOT_REGISTERED_POOR', set],
    ['sixteen on the day', { worker: 'P3', departureDate: '2020-03-10' }, ok, set],
    ['a day before', { worker: 'P3', departureDate: '2020-03-09' }, 'REJECT 0 UNDER_AGE', set],
    ['unable to work', { worker: 'LOST' }, 'REJECT 0 NOT_ABLE_TO_WORK', set],
    ['paid already', { alreadyPaid: true }, 'REJECT 0 DUPLICATE', set],
    ['dates of a contract', { contractStart: '2020-04-01', contractEnd: '2023-03-31' }, ok, set],
  ])('%s', (_what, facts, expected, config) => {
    expect(answer('OVERSEAS_SUBSIDY', { ...usual, ...facts }, config)).toBe(expected);
  });
});

describe('social insurance', () => {
  const employer = { PENSION: 48_000, MEDICAL: 21_000, UNEMPLOYMENT: 2_100 };
  const employee = { PENSION: 24_000, MEDICAL: 6_000, UNEMPLOYMENT: 900 };
  const month = (name: string, rest: object = {}) => ({ month: name, employer, employee, ...rest });
  const quarter = ['2019-11', '2019-12', '2020-01'].map((name) => month(name));
  const usual = {
    employer: 'E1',
    worker: 'P1',
    contractStart: '2019-11-01',
    contractEnd: '2020-10-31',
    monthsUsed: 0,
    months: quarter,
  };
  const ok = 'APPROVE 213300 OK';
  test.each<[string, object, string, object?]>([
    ['three months', {}, ok],
    ['one', { months: [month('2020-01')] }, 'APPROVE 71100 OK'],
    ['no employee share named', { months: [{ month: '2020-01', employer }] }, 'APPROVE 71100 OK'],
    ['one sum for all insurances', { months: [{ month: '2020-01', employer: 71_100 }] }, 'APPROVE 71100 OK'],
    [
      'all five insurances',
      { months: [month('2020-01', { employer: { ...employer, WORK_INJURY: 600, MATERNITY: 1_500 } })] },
      'APPROVE 73200 OK',
    ],
    ['a year to the day', { contractEnd: '2020-10-31' }, ok],
    ['a day short of a year', { contractEnd: '2020-10-30' }, 'REJECT 0 CONTRACT_TOO_SHORT'],
    ['half a year', { contractEnd: '2020-04-30' }, 'REJECT 0 CONTRACT_TOO_SHORT'],
    ['open-ended', { contractEnd: null }, ok],
    ['no word about its end', { contractEnd: undefined }, ok],
    ['task-based', { contractType: 'TASK_BASED', contractEnd: null }, 'REVIEW 0 TASK_BASED_CONTRACT'],
    ['no word about the contract', { contractStart: undefined, contractEnd: undefined }, ok],
    ['a term of two years', {}, 'REJECT 0 CONTRACT_TOO_SHORT', { 'socialInsurance.minContractMonths': 24 }],
    ['33 months used', { monthsUsed: 33 }, ok],
    ['34 months used', { monthsUsed: 34 }, 'APPROVE 142200 CAPPED'],
    ['35 months used', { monthsUsed: 35 }, 'APPROVE 71100 CAPPED'],
    ['36 months used', { monthsUsed: 36 }, 'REJECT 0 PERIOD_EXHAUSTED'],
    ['37 months used', { monthsUsed: 37 }, 'REJECT 0 PERIOD_EXHAUSTED'],
    ['no word about months used', { monthsUsed: undefined }, ok],
    ['null for them', { monthsUsed: null }, ok],
    [
      '12 months at most',
      { monthsUsed: 12 },
      'REJECT 0 PERIOD_EXHAUSTED',
      { 'socialInsurance.maxMonths': 12 },
    ],
    [
      'pension waived, named as nothing',
      {
        months: [
          ...quarter,
          month('2020-02', { employer: { PENSION: 0, MEDICAL: 10_500, UNEMPLOYMENT: 0 } }),
        ],
      },
      'APPROVE 223800 OK',
    ],
    [
      'pension waived, named beside what was paid',
      {
        months: [
          ...quarter,
          month('2020-02', {
            employer: { PENSION: 0, MEDICAL: 10_500, UNEMPLOYMENT: 0 },
            waived: { PENSION: 48_000, MEDICAL: 10_500, UNEMPLOYMENT: 2_100 },
          }),
        ],
      },
      'APPROVE 223800 OK',
    ],
    [
      'pension waived, named as due and waived',
      {
        months: [
          ...quarter,
          month('2020-02', { waived: { PENSION: 48_000, MEDICAL: 10_500, UNEMPLOYMENT: 2_100 } }),
        ],
      },
      'APPROVE 223800 OK',
    ],
    [
      'half the pension waived',
      {
        months: [
          ...quarter,
          month('2020-02', { employer: { PENSION: 24_000 }, waived: { PENSION: 24_000 } }),
        ],
      },
      'APPROVE 237300 OK',
    ],
    [
      'all waived',
      {
        months: [
          month('2020-02', {
            employer: { PENSION: 0, MEDICAL: 0 },
            waived: { PENSION: 48_000, MEDICAL: 21_000 },
          }),
        ],
      },
      'REJECT 0 NO_COST_INCURRED',
    ],
    ['not paid yet', { months: [month('2020-01', { paidOn: null })] }, 'REVIEW 0 PROOF_MISSING'],
    [
      'a month paid for to another employer',
      { otherEmployerMonths: ['2019-12'] },
      'APPROVE 142200 DUPLICATE',
    ],
    ['a month paid before', { priorPaidMonths: ['2019-12'] }, 'APPROVE 142200 DUPLICATE'],
    [
      'all months paid before',
      { alreadyPaidMonths: ['2019-11', '2019-12', '2020-01'] },
      'REJECT 0 DUPLICATE',
    ],
    [
      'unemployment benefit in one month',
      { unemploymentBenefitMonths: ['2020-01'] },
      'APPROVE 142200 DUPLICATE',
    ],
    [
      'flexible-employment subsidy in one',
      { flexibleSubsidyMonths: ['2020-01'] },
      'REVIEW 0 EXCLUDED_BENEFIT',
    ],
    ['null for other payments', { priorPaidMonths: null, unemploymentBenefitMonths: null }, ok],
    [
      'a month before the contract',
      { contractStart: '2019-12-01', contractEnd: null },
      'REVIEW 0 PROOF_MISSING',
    ],
    [
      'all before the contract',
      { contractStart: '2020-02-01', contractEnd: null },
      'REJECT 0 NO_COUNTED_MONTH',
    ],
    ['lifted out', { worker: 'P2' }, ok],
    ['not poor', { worker: 'P5' }, 'REJECT 0 NOT_REGISTERED_POOR'],
    ['relocated, not poor', { worker: 'P6' }, 'REJECT 0 NOT_REGISTERED_POOR'],
    ['under age', { worker: 'P3' }, 'REJECT 0 UNDER_AGE'],
    ['past the age of retirement, which is not set', { worker: 'P4' }, 'REVIEW 0 PERIOD_EXHAUSTED'],
    ['unable to work', { worker: 'LOST' }, 'REJECT 0 NOT_ABLE_TO_WORK'],
    ['four fifths', {}, 'APPROVE 170640 OK', { 'socialInsurance.rateBp': 8_000 }],
    ['pension only', {}, 'APPROVE 144000 OK', { 'socialInsurance.lines': ['PENSION'] }],
    ['no insurances set', {}, notSet, { 'socialInsurance.lines': null }],
    ['no rate', {}, notSet, { 'socialInsurance.rateBp': null }],
    ['no term of the contract', {}, notSet, { 'socialInsurance.minContractMonths': null }],
    ['no longest term', {}, notSet, { 'socialInsurance.maxMonths': null }],
  ])('%s', (_what, facts, expected, config) => {
    expect(answer('SOCIAL_INSURANCE_SUBSIDY', { ...usual, ...facts }, config)).toBe(expected);
  });
});
