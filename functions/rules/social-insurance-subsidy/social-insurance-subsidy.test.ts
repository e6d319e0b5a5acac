import { describe, expect, test } from 'vitest';
import {
  aContribution,
  asRegistered,
  aWorker,
  employerCode,
  insuranceFacts,
  insuranceRules,
  otherEmployer,
  paidEach,
  usual,
  type Change,
  type Paid,
} from '../../../test/builders/social-insurance.ts';
import { lineAssessment } from '../../contracts/assessment.ts';
import { workerRecord, type Contribution, type OtherBenefit } from '../../contracts/registers/worker.ts';
import type { RuleValues } from '../../contracts/rule-values.ts';
import { socialInsuranceClaim } from './claim.ts';
import { assessSocialInsurance } from './index.ts';
import { socialInsuranceLine } from './instrument.ts';

type Values = Partial<RuleValues['socialInsurance']>;

const assess = (paid: Paid, change: Change = {}, values: Values = {}) =>
  lineAssessment.parse(assessSocialInsurance(insuranceFacts(paid, change), insuranceRules(values)));

/** The outcome, the amount in yuan, every reason, and the months that are paid for. */
const answer = (...given: Parameters<typeof assess>): string => {
  const { outcome, amountFen, reasons, entitlements } = assess(...given);
  const months = entitlements.map(({ period }) => period.slice(2));
  return [outcome, amountFen / 100, ...reasons, ...months].join(' ');
};

const quarter = paidEach('2019-11', '2020-01');
const paid = 'APPROVE 2133 OK 19-11 19-12 20-01';
const review = (reasons: string) => `REVIEW 2133 ${reasons} 19-11 19-12 20-01`;
const refused = (reasons: string) => `REJECT 0 ${reasons}`;
const applicationId = 'A20200316-7K3M9QW2ZD';
const held = (...periods: string[]): Change => ({
  facts: { held: periods.map((period) => ({ period, applicationId })) },
});

describe('the employer’s share that was paid, of five insurances', () => {
  const one = (shares: Paid[string]) => ({ '2020-01': shares });
  test.each([
    ['three months of three insurances', quarter, paid],
    ['one month', one(usual), 'APPROVE 711 OK 20-01'],
    ['all five', one({ ...usual, WORK_INJURY: 600, MATERNITY: 1_500 }), 'APPROVE 732 OK 20-01'],
    ['one fen', one({ MEDICAL: 1 }), 'APPROVE 0.01 OK 20-01'],
    ['nothing', one({ PENSION: 0 }), refused('NO_COST_INCURRED')],
    ['no insurance named', one({}), refused('NO_COST_INCURRED')],
    ['nothing in one of two months', { '2019-12': { PENSION: 0 }, '2020-01': usual }, 'APPROVE 711 OK 20-01'],
  ])('%s', (_case, months, expected) => {
    expect(answer(months)).toBe(expected);
  });

  test('a waived part was never paid, so it is not refunded', () => {
    const months = { '2020-01': usual, '2020-02': { PENSION: 0, MEDICAL: 10_500, UNEMPLOYMENT: 0 } };
    const contributions = asRegistered(months).map((entry) =>
      entry.month === '2020-02' ? { ...entry, waivedFen: 37_500 } : entry,
    );
    expect(answer(months, { record: { contributions } })).toBe('APPROVE 816 OK 20-01 20-02');
  });

  test('the county pays a part, half a fen up and month by month', () => {
    const odd = { '2019-12': { PENSION: 1 }, '2020-01': { PENSION: 3 } };
    expect(answer(quarter, {}, { rateBp: 5_000 })).toBe('APPROVE 1066.5 OK 19-11 19-12 20-01');
    expect(assess(odd, {}, { rateBp: 5_000 }).entitlements).toEqual([
      { period: '2019-12', amountFen: 1 },
      { period: '2020-01', amountFen: 2 },
    ]);
  });

  test('the county pays for some insurances only', () => {
    expect(answer(quarter, {}, { lines: ['PENSION'] })).toBe('APPROVE 1440 OK 19-11 19-12 20-01');
    expect(answer(quarter, {}, { lines: ['WORK_INJURY'] })).toBe(refused('NO_COST_INCURRED'));
  });

  test.each(['lines', 'rateBp', 'maxMonths', 'minContractMonths'] as const)(
    'without %s nothing is paid and the claim is kept',
    (name) => {
      const ends = { type: 'FIXED_TERM', endsOn: '2020-10-31' };
      expect(answer(quarter, { contract: ends }, { [name]: null })).toBe(
        'NOT_CONFIGURED 0 RULE_NOT_CONFIGURED',
      );
    },
  );
});

describe('a contract of a year or more', () => {
  const ends = (endsOn: string): Change => ({ contract: { type: 'FIXED_TERM', endsOn } });
  test.each([
    ['a year to the day', ends('2020-10-31'), paid],
    ['a day short', ends('2020-10-30'), refused('CONTRACT_TOO_SHORT')],
    ['a day more', ends('2020-11-01'), paid],
    ['open-ended', {}, paid],
    ['task-based', { contract: { type: 'TASK_BASED' } }, review('TASK_BASED_CONTRACT')],
  ])('%s', (_case, change, expected) => {
    expect(answer(quarter, change)).toBe(expected);
  });

  const from = (startsOn: string): Change => ({ contract: { startsOn, signedOn: startsOn } });
  test.each([
    ['begins in the second month', from('2019-12-16'), 'REVIEW 1422 PROOF_MISSING 19-12 20-01'],
    ['begins on the last day of the last month', from('2020-01-31'), 'REVIEW 711 PROOF_MISSING 20-01'],
    ['begins after all of them', from('2020-02-01'), refused('NO_COUNTED_MONTH')],
    [
      'ended before the last month',
      { contract: { type: 'FIXED_TERM', startsOn: '2019-01-01', endsOn: '2019-12-31' } },
      'REVIEW 1422 PROOF_MISSING 19-11 19-12',
    ],
  ])('a contract that %s', (_case, change, expected) => {
    expect(answer(quarter, change)).toBe(expected);
  });

  test('the letter names the months outside the contract, and does not say so of one that another claim holds', () => {
    const { reasons, checks } = assess(quarter, { ...from('2020-01-01'), ...held('2020-01') });
    const sentence = checks.find(({ checkId }) => checkId === 'months-in-contract')?.sentence;
    expect(reasons).toEqual(['DUPLICATE', 'NO_COUNTED_MONTH']);
    expect(sentence?.zh).toBe('2019-11、2019-12 不在劳动合同期内，没有可补贴的月份。');
  });
});

describe('what the insurance register shows decides', () => {
  const registered = (contributions: unknown[]): Change => ({
    record: { contributions: contributions as Contribution[] },
  });
  const rest = asRegistered(paidEach('2019-12', '2020-01'));
  const november = (pension: number): Change =>
    registered([...rest, ...asRegistered({ '2019-11': { ...usual, PENSION: pension } })]);
  test.each([
    ['no contribution of this worker', registered([]), review('REGISTER_DOES_NOT_KNOW')],
    ['a month is missing', registered(rest), review('REGISTER_DIFFERS')],
    ['less was paid than is claimed', november(40_000), 'REVIEW 2053 REGISTER_DIFFERS 19-11 19-12 20-01'],
    ['more was paid than is claimed', november(50_000), review('REGISTER_DIFFERS')],
    ['an insurance was not paid', november(0), 'REVIEW 1653 REGISTER_DIFFERS 19-11 19-12 20-01'],
    [
      'a month was owed and not paid',
      registered([
        ...rest,
        ...asRegistered({ '2019-11': usual }).map((entry) => ({ ...entry, paidOn: undefined })),
      ]),
      review('PROOF_MISSING'),
    ],
    [
      'another employer paid for a month too',
      registered([
        ...asRegistered(quarter),
        aContribution({ month: '2019-12', employerCode: otherEmployer }),
      ]),
      review('REGISTER_DIFFERS'),
    ],
    [
      'another employer paid in another month',
      registered([
        ...asRegistered(quarter),
        aContribution({ month: '2020-02', employerCode: otherEmployer }),
      ]),
      paid,
    ],
    [
      'insurance is entered twice for a month: it counts once',
      registered([...asRegistered(quarter), aContribution({ month: '2019-12' })]),
      review('REGISTER_DIFFERS'),
    ],
    [
      'only another employer paid',
      registered(asRegistered(quarter).map((entry) => ({ ...entry, employerCode: otherEmployer }))),
      review('REGISTER_DIFFERS'),
    ],
  ])('%s', (_case, change, expected) => {
    expect(answer(quarter, change)).toBe(expected);
  });

  test('paid after the claim is not paid first', () => {
    expect(answer(quarter, { facts: { submittedOn: '2020-01-25' } })).toBe(paid);
    expect(answer(quarter, { facts: { submittedOn: '2020-01-24' } })).toBe(review('PROOF_MISSING'));
  });

  test('a register that does not know or is down refuses nobody', () => {
    expect(answer(quarter, { facts: { worker: 'UNKNOWN' } })).toBe(review('REGISTER_DOES_NOT_KNOW'));
    expect(answer(quarter, { facts: { worker: 'UNAVAILABLE' } })).toBe(review('REGISTER_DOES_NOT_KNOW'));
    expect(answer(quarter, { facts: { applicant: 'UNKNOWN' } })).toBe(review('REGISTER_DOES_NOT_KNOW'));
  });

  test('an employer claims for those it insures itself', () => {
    const other = { claim: { employerCode: otherEmployer } };
    const contributions = asRegistered(quarter).map((entry) => ({ ...entry, employerCode: otherEmployer }));
    expect(answer(quarter, { ...other, record: { contributions } })).toBe(review('REGISTER_DIFFERS'));
  });
});

describe('each month once', () => {
  const benefit = (kind: OtherBenefit['kind'], ...months: string[]): Change => ({
    record: {
      otherBenefits: months.map((month) => ({ kind, month, amountFen: 1, source: aContribution().source })),
    },
  });
  test.each([
    ['one month is held by another application', held('2019-12'), 'APPROVE 1422 DUPLICATE 19-11 20-01'],
    ['all months are', held('2019-11', '2019-12', '2020-01'), refused('DUPLICATE')],
    ['another month is', held('2019-10'), paid],
    [
      'unemployment benefit in one month',
      benefit('UNEMPLOYMENT_BENEFIT', '2019-12'),
      'APPROVE 1422 DUPLICATE 19-11 20-01',
    ],
    [
      'unemployment benefit in all of them',
      benefit('UNEMPLOYMENT_BENEFIT', '2019-11', '2019-12', '2020-01'),
      refused('DUPLICATE'),
    ],
    ['unemployment benefit before', benefit('UNEMPLOYMENT_BENEFIT', '2019-10'), paid],
    [
      'insurance subsidy for flexible employment in one',
      benefit('FLEXIBLE_EMPLOYMENT_INSURANCE_SUBSIDY', '2019-12'),
      review('EXCLUDED_BENEFIT'),
    ],
    [
      'insurance subsidy for flexible employment before',
      benefit('FLEXIBLE_EMPLOYMENT_INSURANCE_SUBSIDY', '2019-10'),
      paid,
    ],
  ])('%s', (_case, change, expected) => {
    expect(answer(quarter, change)).toBe(expected);
  });

  test('each month left out for another cause, and none is left', () => {
    const months = paidEach('2019-10', '2019-12', usual);
    const change = held('2019-11');
    expect(answer({ ...months, '2019-12': { PENSION: 0 } }, change)).toBe(
      refused('DUPLICATE NO_COUNTED_MONTH NO_COST_INCURRED'),
    );
  });

  test.each([
    ['UNEMPLOYMENT_ASSISTANCE', '2019-12'],
    ['OVERSEAS_SUBSIDY', 'ONCE'],
  ])('what %s has paid for is for a person', (instrument, period) => {
    const others = [{ instrument, period, applicationId }];
    expect(answer(quarter, { facts: { others } })).toBe(review('EXCLUDED_BENEFIT'));
    expect(
      socialInsuranceLine.besides?.(insuranceFacts(quarter).claim, insuranceRules().values),
    ).toContainEqual({
      instrument,
      period,
    });
  });

  test('the keys of the months claimed and of those that could use up the term are looked up', () => {
    const { claim } = insuranceFacts(quarter);
    const periods = socialInsuranceLine.periods(claim, insuranceRules().values);
    expect([periods[0], periods.length, periods.at(-1)]).toEqual(['2016-12', 73, '2022-12']);
  });
});

describe('36 months at most', () => {
  const used = (monthsUsed: number): Change => ({ claim: { monthsUsed } });
  test.each([
    ['33 used: all three', used(33), paid],
    ['34 used: two', used(34), 'APPROVE 1422 CAPPED 19-11 19-12'],
    ['35 used: one', used(35), 'APPROVE 711 CAPPED 19-11'],
    ['36 used', used(36), refused('PERIOD_EXHAUSTED')],
    ['more than 36 used', used(40), refused('PERIOD_EXHAUSTED')],
  ])('%s', (_case, change, expected) => {
    expect(answer(quarter, change)).toBe(expected);
  });

  test('the desk counts what it holds itself, whatever the claim says', () => {
    const before = Object.keys(paidEach('2016-12', '2019-10'));
    expect(before).toHaveLength(35);
    expect(answer(quarter, held(...before))).toBe('APPROVE 711 CAPPED 19-11');
    expect(answer(quarter, { ...held(...before), ...used(2) })).toBe('APPROVE 711 CAPPED 19-11');
  });

  test('forty months in one claim', () => {
    const long = paidEach('2019-11', '2023-02');
    expect(assess(long).entitlements).toHaveLength(36);
    expect(assess(long).reasons).toEqual(['CAPPED']);
    expect(assess(long, {}, { maxMonths: 12 }).entitlements).toHaveLength(12);
  });

  test('a county may add the months of the waiver to the term', () => {
    const contributions = asRegistered(quarter).map((entry) =>
      entry.month === '2020-01' ? { ...entry, waivedFen: 1 } : entry,
    );
    const change = { ...used(35), record: { contributions } };
    expect(answer(quarter, change)).toBe('APPROVE 711 CAPPED 19-11');
    expect(answer(quarter, change, { waiverExtendsTerm: true })).toBe('APPROVE 1422 CAPPED 19-11 19-12');
  });
});

describe('to retirement for whoever was within five years of it at the first approval', () => {
  const retirementAge = { MALE: 60, FEMALE_WORKER: 50, FEMALE_CADRE: 55 };
  const long = paidEach('2019-11', '2023-02');
  const count = (
    birthDate: string,
    rest: Change['record'] = {},
    claim = {},
    values: Values = { retirementAge },
  ) => {
    const { outcome, reasons, entitlements } = assess(
      long,
      { record: { birthDate, contributions: asRegistered(long), ...rest }, claim },
      values,
    );
    return `${outcome} ${reasons.join(' ')} ${entitlements.length}`;
  };
  test.each([
    ['a man of 55 on the first day', '1964-11-01', {}, {}, 'APPROVE OK 40'],
    ['a man of 55 a day later', '1964-11-02', {}, {}, 'APPROVE CAPPED 36'],
    ['a man who retires on the way', '1961-06-15', {}, {}, 'APPROVE CAPPED 20'],
    ['a man retired before', '1959-10-31', {}, {}, 'REJECT PERIOD_EXHAUSTED 0'],
    ['a woman of 45', '1974-11-01', { sex: 'FEMALE' as const }, {}, 'APPROVE OK 40'],
    [
      'a woman of 45 in a cadre post',
      '1974-11-01',
      { sex: 'FEMALE' as const },
      { inCadrePost: true },
      'APPROVE CAPPED 36',
    ],
    [
      'a woman of 50 in a cadre post',
      '1969-11-01',
      { sex: 'FEMALE' as const },
      { inCadrePost: true },
      'APPROVE OK 40',
    ],
    [
      'a man of 54 now, first approved when it was six years off',
      '1965-01-01',
      {},
      { firstApprovedOn: '2019-01-01' },
      'APPROVE CAPPED 36',
    ],
    [
      'a man first approved when it was five years off',
      '1965-01-01',
      {},
      { firstApprovedOn: '2020-01-01' },
      'APPROVE OK 40',
    ],
  ])('%s', (_case, birthDate, record, claim, expected) => {
    expect(count(birthDate, record, claim)).toBe(expected);
  });

  test('where no age is set, an officer looks at whoever may be near it, once it matters', () => {
    expect(count('1964-11-01', {}, {}, {})).toBe('REVIEW PERIOD_EXHAUSTED 40');
    expect(count('1964-11-02', {}, {}, {})).toBe('APPROVE CAPPED 36');
    expect(count('1974-11-01', { sex: 'FEMALE' }, {}, {})).toBe('REVIEW PERIOD_EXHAUSTED 40');
    expect(count('1974-11-02', { sex: 'FEMALE' }, {}, {})).toBe('APPROVE CAPPED 36');
    const born = (birthDate: string): Change => ({
      record: { birthDate, contributions: asRegistered(quarter) },
    });
    expect(answer(quarter, born('1964-11-01'))).toBe(paid);
    expect(answer(quarter, born('1960-01-31'))).toBe(paid);
    expect(answer(quarter, born('1959-12-31'))).toBe(review('PERIOD_EXHAUSTED'));
  });

  test('where the register does not know the sex, the earliest age stands', () => {
    const known = aWorker({ birthDate: '1974-11-01', contributions: asRegistered(long) });
    const worker = workerRecord.parse({ ...known, sex: undefined });
    const { outcome, reasons } = assess(long, { facts: { worker } }, { retirementAge });
    expect(`${outcome} ${reasons.join(' ')}`).toBe('REVIEW PERIOD_EXHAUSTED');
  });
});

describe('the worker, on the day the contract begins', () => {
  const status = (startsOn: string, endsOn?: string): Change => ({
    record: {
      contributions: asRegistered(quarter),
      povertyStatuses: [{ status: 'REGISTERED_POOR', startsOn, ...(endsOn && { endsOn }) }],
    },
  });
  const record = (rest: Change['record']): Change => ({
    record: { contributions: asRegistered(quarter), ...rest },
  });
  test.each([
    ['poor from that day on', status('2019-11-01'), paid],
    ['poor from the next day on', status('2019-11-02'), refused('NOT_REGISTERED_POOR')],
    ['off the list the day after', status('2014-01-01', '2019-11-01'), paid],
    ['off the list before', status('2014-01-01', '2019-10-31'), refused('NOT_REGISTERED_POOR')],
    ['sixteen that day', record({ birthDate: '2003-11-01' }), paid],
    ['sixteen the next day', record({ birthDate: '2003-11-02' }), refused('UNDER_AGE')],
    ['not able to work', record({ workCapacity: 'LOST' }), refused('NOT_ABLE_TO_WORK')],
    ['of another county', record({ homeDivision: '141125' }), review('REGISTER_DIFFERS')],
  ])('%s', (_case, change, expected) => {
    expect(answer(quarter, change)).toBe(expected);
  });
});

describe('a claim that cannot be is not taken', () => {
  const good = insuranceFacts(quarter).claim;
  test.each([
    ['no month', { months: [] }],
    ['a month twice', { months: [...good.months, good.months[0]] }],
    ['a thirteenth month', { months: [{ month: '2020-13', paid: usual }] }],
    ['an insurance nobody knows', { months: [{ month: '2020-01', paid: { FIRE: 1 } }] }],
    ['a negative sum', { months: [{ month: '2020-01', paid: { PENSION: -1 } }] }],
    ['half a fen', { months: [{ month: '2020-01', paid: { PENSION: 0.5 } }] }],
    [
      'a contract that ends before it starts',
      { contract: { ...good.contract, type: 'FIXED_TERM', endsOn: '2019-10-31' } },
    ],
    ['a code that is none', { employerCode: `${employerCode.slice(0, 17)}A` }],
  ])('%s', (_case, change) => {
    expect(socialInsuranceClaim.safeParse(good).success).toBe(true);
    expect(socialInsuranceClaim.safeParse({ ...good, ...change }).success).toBe(false);
  });
});
