import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  drawn,
  insuredIn,
  since,
  theLostJob,
  unemploymentFacts,
  unemploymentRules,
  wage,
  type UnemploymentChange,
} from '../../../test/builders/unemployment.ts';
import { lineAssessment } from '../../contracts/assessment.ts';
import { reasonCodes } from '../../contracts/reasons.ts';
import type { RuleSet } from '../facts.ts';
import { valuesFromRows } from '../values/index.ts';
import { shippedValues } from '../values/province.ts';
import { unemploymentClaim } from './claim.ts';
import { assessUnemployment } from './index.ts';
import { unemploymentLine } from './instrument.ts';
import { laterNationalCeiling } from './values.ts';

type Values = Partial<RuleSet['values']['unemployment']>;
const applicationId = 'A20200316-7K3M9QW2ZD';

const answer = (months: readonly string[], change: UnemploymentChange = {}, values: Values = {}): string => {
  const assessment = assessUnemployment(unemploymentFacts(months, change), unemploymentRules(values));
  lineAssessment.parse(assessment);
  const { outcome, amountFen, reasons, entitlements } = assessment;
  const paidFor = entitlements.map(({ period }) => period.slice(5)).join(' ');
  return `${outcome} ${amountFen} ${reasons.join(' ')}${paidFor === '' ? '' : ` ${paidFor}`}`;
};
const april = ['2020-04'];
const paid = 'APPROVE 102400 OK 04';
const refused = (reasons: string) => `REJECT 0 ${reasons}`;
const review = (reasons: string) => `REVIEW 102400 ${reasons} 04`;
const held = (...periods: readonly string[]): UnemploymentChange => ({
  facts: { held: periods.map((period) => ({ period, applicationId })) },
});

describe('the amount: the local sum, at most the local benefit', () => {
  test.each([
    ['below', {}, paid],
    ['equal (a)', { assistanceMonthlyFen: 128_000 }, 'APPROVE 128000 OK 04'],
    ['a fen above', { assistanceMonthlyFen: 128_001 }, 'APPROVE 128000 CAPPED 04'],
    ['at a ceiling of 80 %', { ceilingBpOfUiBenefit: 8_000 }, paid],
    [
      'a fen above 80 %',
      { ceilingBpOfUiBenefit: 8_000, assistanceMonthlyFen: 102_401 },
      'APPROVE 102400 CAPPED 04',
    ],
    [
      'half a fen of the ceiling is rounded up',
      { ceilingBpOfUiBenefit: 5_000, uiBenefitMonthlyFen: 100_001 },
      'APPROVE 50001 CAPPED 04',
    ],
    [
      'less than half a fen is dropped',
      { ceilingBpOfUiBenefit: 3_333, uiBenefitMonthlyFen: 100_001 },
      'APPROVE 33330 CAPPED 04',
    ],
    ['no local sum', { assistanceMonthlyFen: null }, 'NOT_CONFIGURED 0 RULE_NOT_CONFIGURED'],
    ['no local benefit', { uiBenefitMonthlyFen: null }, 'NOT_CONFIGURED 0 RULE_NOT_CONFIGURED'],
  ])('%s', (_case, values, expected) => {
    expect(answer(april, {}, values)).toBe(expected);
  });

  test('as shipped no figure is known, so the claim is kept', () => {
    const unset = { assistanceMonthlyFen: null, uiBenefitMonthlyFen: null };
    expect(answer(april, {}, unset)).toBe('NOT_CONFIGURED 0 RULE_NOT_CONFIGURED');
  });

  test('the national ceiling of 80 % is not shipped; entered, it holds from March to December 2020', () => {
    const rows = [...shippedValues, laterNationalCeiling];
    const ceiling = (on: string, given = rows) =>
      valuesFromRows(given, '141124', on).unemployment.ceilingBpOfUiBenefit;
    expect(ceiling('2020-04-01', [...shippedValues])).toBe(10_000);
    expect(ceiling('2020-02-29')).toBe(10_000);
    expect(ceiling('2020-03-01')).toBe(8_000);
    expect(ceiling('2020-12-31')).toBe(8_000);
    expect(ceiling('2021-01-01')).toBe(10_000);
  });
});

describe('insured against unemployment, here', () => {
  const by = (...contributions: ReturnType<typeof insuredIn>[]) =>
    answer(april, { record: { contributions } });
  test('one month of insurance is enough', () => {
    expect(by(insuredIn('2018-05'))).toBe(paid);
  });
  test('a waived month is insured too', () => {
    expect(
      by(insuredIn('2020-02', 'UNEMPLOYMENT', { employerFen: 0, employeeFen: 0, waivedFen: 2_100 })),
    ).toBe(paid);
  });
  test('other insurances, and none against unemployment', () => {
    expect(by(insuredIn('2020-01', 'PENSION'), insuredIn('2020-01', 'MEDICAL'))).toBe(refused('NOT_INSURED'));
  });
  test('an insurance register that does not know the worker refuses nobody', () => {
    expect(by()).toBe(review('REGISTER_DOES_NOT_KNOW'));
  });
  test('in another province the claim goes there (c)', () => {
    expect(answer(april, { claim: { insuredIn: '110105' } })).toBe(refused('NOT_INSURED'));
    expect(answer(april, { claim: { insuredIn: '140105' } })).toBe(paid);
  });
});

describe('lost because of the epidemic (b)', () => {
  const lost = (lostOn: string, claim = {}) =>
    answer(april, { claim: { lostOn, ...claim }, record: { spells: [theLostJob({ endsOn: lostOn })] } });
  test.each([
    ['on 20 January 2020', '2020-01-20', paid],
    ['on 19 January 2020', '2020-01-19', refused('NOT_EPIDEMIC_LOSS')],
    ['in April', '2020-04-01', paid],
  ])('%s', (_case, lostOn, expected) => {
    expect(lost(lostOn)).toBe(expected);
  });
  test('not declared', () => {
    expect(answer(april, { claim: { epidemicDeclared: false } })).toBe(refused('NOT_EPIDEMIC_LOSS'));
  });
  test('resigned by choice: for an officer (d), unless the county reads it otherwise', () => {
    const resigned = { claim: { cause: 'RESIGNED' } };
    expect(answer(april, resigned)).toBe(review('CAUSE_UNCLEAR'));
    expect(answer(april, resigned, { resigned: 'PAID' })).toBe(paid);
    expect(answer(april, resigned, { resigned: 'NOT_PAID' })).toBe(refused('NOT_EPIDEMIC_LOSS'));
  });
});

describe('the job that was lost', () => {
  test('the register shows it until the day', () => {
    expect(answer(april)).toBe(paid);
  });
  test('it goes on in the register', () => {
    const { endsOn: ended, ...open } = theLostJob();
    expect(ended).toBeDefined();
    expect(answer(april, { record: { spells: [open] } })).toBe(review('REGISTER_DIFFERS'));
    expect(answer(april, { record: { spells: [theLostJob({ endsOn: '2020-02-11' })] } })).toBe(
      review('REGISTER_DIFFERS'),
    );
  });
  test('it ended before the epidemic, so the day of the loss is for a person', () => {
    const ended = (endsOn: string, contributions = [insuredIn('2019-10')]) =>
      answer(april, { record: { spells: [theLostJob({ endsOn })], contributions } });
    expect(ended('2020-01-10')).toBe(paid);
    expect(ended('2020-01-09')).toBe(review('REGISTER_DIFFERS'));
    expect(ended('2019-06-30', [insuredIn('2020-01')])).toBe(paid);
  });
  test('insurance of last autumn alone shows no job in February', () => {
    expect(answer(april, { record: { spells: [], contributions: [insuredIn('2019-12')] } })).toBe(
      review('REGISTER_DOES_NOT_KNOW'),
    );
  });
  test('only the insurance shows it', () => {
    expect(answer(april, { record: { spells: [] } })).toBe(paid);
  });
  test('neither shows it', () => {
    expect(answer(april, { record: { spells: [], contributions: [] } })).toBe(
      review('REGISTER_DOES_NOT_KNOW'),
    );
  });
  test('a public works post is no such job, and may not go on in the month', () => {
    const post = (endsOn: string) => theLostJob({ kind: 'PUBLIC_WELFARE_POST', spellId: 'S-2', endsOn });
    expect(answer(april, { record: { spells: [theLostJob(), post('2020-03-31')] } })).toBe(paid);
    expect(answer(april, { record: { spells: [theLostJob(), post('2020-04-01')] } })).toBe(
      review('EXCLUDED_BENEFIT'),
    );
    expect(answer(april, { record: { spells: [post('2020-03-31')], contributions: [] } })).toBe(
      review('REGISTER_DOES_NOT_KNOW'),
    );
  });
});

describe('what stops it', () => {
  const three = ['2020-03', '2020-04', '2020-05'];
  const stopped = (record: UnemploymentChange['record']) =>
    answer(three, { record: { contributions: [insuredIn('2020-01')], ...record } });
  test.each([
    [
      'death in April: from May on',
      { circumstances: [since('DEATH', '2020-04-10')] },
      'APPROVE 204800 ASSISTANCE_STOPPED 03 04',
    ],
    [
      'a pension from 1 April',
      { circumstances: [since('PENSION', '2020-04-01')] },
      'APPROVE 102400 ASSISTANCE_STOPPED 03',
    ],
    [
      'military service before all of it',
      { circumstances: [since('MILITARY_SERVICE', '2020-02-20')] },
      refused('ASSISTANCE_STOPPED'),
    ],
    [
      'prison, ended before the loss',
      { circumstances: [since('PRISON', '2018-01-01', '2019-12-31')] },
      'APPROVE 307200 OK 03 04 05',
    ],
    [
      'prison, ended in April',
      { circumstances: [since('PRISON', '2020-03-01', '2020-04-15')] },
      refused('ASSISTANCE_STOPPED'),
    ],
    [
      'moved abroad in June',
      { circumstances: [since('MOVED_ABROAD', '2020-05-02')] },
      'APPROVE 307200 OK 03 04 05',
    ],
    [
      're-employed and insured in April',
      { contributions: [insuredIn('2020-01'), insuredIn('2020-04')] },
      'APPROVE 102400 ASSISTANCE_STOPPED 03',
    ],
    [
      'insured in the month of the loss',
      { contributions: [insuredIn('2020-02')] },
      'APPROVE 307200 OK 03 04 05',
    ],
    [
      'a pension contribution later on',
      { contributions: [insuredIn('2020-01'), insuredIn('2020-04', 'PENSION')] },
      'APPROVE 307200 OK 03 04 05',
    ],
    [
      'the earlier of two',
      { circumstances: [since('DEATH', '2020-05-01'), since('PENSION', '2020-04-01')] },
      'APPROVE 102400 ASSISTANCE_STOPPED 03',
    ],
  ])('%s', (_case, record, expected) => {
    expect(stopped(record)).toBe(expected);
  });
});

describe('six months at most, each once', () => {
  const six = ['2020-03', '2020-04', '2020-05', '2020-06', '2020-07', '2020-08'];
  test.each([
    ['six', six, {}, 'APPROVE 614400 OK 03 04 05 06 07 08'],
    ['seven', [...six, '2020-09'], {}, 'APPROVE 614400 PERIOD_EXHAUSTED 03 04 05 06 07 08'],
    ['in any order', six.toReversed(), {}, 'APPROVE 614400 OK 03 04 05 06 07 08'],
    [
      'five used',
      ['2020-08'],
      held('2020-03', '2020-04', '2020-05', '2020-06', '2020-07'),
      'APPROVE 102400 OK 08',
    ],
    ['six used', ['2020-09'], held(...six), refused('PERIOD_EXHAUSTED')],
    ['held by another', april, held('2020-04'), refused('DUPLICATE')],
    ['some held', ['2020-04', '2020-05'], held('2020-04'), 'APPROVE 102400 DUPLICATE 05'],
    [
      'one held, five used, one more',
      ['2020-07', '2020-08', '2020-09'],
      held('2020-03', '2020-04', '2020-05', '2020-06', '2020-07'),
      'APPROVE 102400 DUPLICATE PERIOD_EXHAUSTED 08',
    ],
  ])('%s', (_case, months, change, expected) => {
    expect(answer(months, change)).toBe(expected);
  });

  test('a county without a longest term pays nothing yet', () => {
    expect(answer(april, {}, { maxMonths: null })).toBe('NOT_CONFIGURED 0 RULE_NOT_CONFIGURED');
  });

  test('a month that lies ahead of the claim waits', () => {
    const on = (submittedOn: string) => answer(['2020-04', '2020-05'], { facts: { submittedOn } });
    expect(on('2020-05-01')).toBe('APPROVE 204800 OK 04 05');
    expect(on('2020-04-30')).toBe('APPROVE 102400 NO_COUNTED_MONTH 04');
    expect(on('2020-03-31')).toBe(refused('NO_COUNTED_MONTH'));
  });

  test('the keys that are looked up show the months used before', () => {
    const { claim } = unemploymentFacts(['2020-08']);
    const periods = unemploymentLine.periods(claim, unemploymentRules().values);
    expect(periods).toEqual([
      '2020-01',
      '2020-02',
      '2020-03',
      '2020-04',
      '2020-05',
      '2020-06',
      '2020-07',
      '2020-08',
    ]);
  });
});

describe('not together with', () => {
  test('unemployment benefit in the same month', () => {
    expect(answer(april, { record: { otherBenefits: drawn('2020-04') } })).toBe(refused('DUPLICATE'));
    expect(answer(['2020-04', '2020-05'], { record: { otherBenefits: drawn('2020-04') } })).toBe(
      'APPROVE 102400 DUPLICATE 05',
    );
    expect(answer(april, { record: { otherBenefits: drawn('2020-03') } })).toBe(paid);
  });
  test('wages or another job in the month: for an officer', () => {
    expect(answer(april, { record: { wages: [wage('2020-04')] } })).toBe(review('EXCLUDED_BENEFIT'));
    expect(answer(april, { record: { wages: [wage('2020-01')] } })).toBe(paid);
    expect(answer(april, { record: { wages: [wage('2020-04', 0)] } })).toBe(paid);
    const again = (startsOn: string) =>
      answer(april, {
        record: { spells: [theLostJob(), theLostJob({ spellId: 'S-2', startsOn, endsOn: '2020-12-31' })] },
      });
    expect(again('2020-04-30')).toBe(review('EXCLUDED_BENEFIT'));
    expect(again('2020-05-01')).toBe(paid);
  });
  test.each([
    ['RETENTION_ALLOWANCE', '2020-04', review('EXCLUDED_BENEFIT')],
    ['PUBLIC_WORKS_POST', '2020-04', review('EXCLUDED_BENEFIT')],
    ['HIRING_SUBSIDY', 'ONCE', review('EXCLUDED_BENEFIT')],
    ['TRAINING_SUBSIDY', '2020#BASIC_SKILL', paid],
    ['TRANSPORT_SUBSIDY', '2020', paid],
  ])('%s', (instrument, period, expected) => {
    expect(answer(april, { facts: { others: [{ instrument, period, applicationId }] } })).toBe(expected);
  });
});

describe('who the worker is, and whose account', () => {
  test.each([
    ['not poor', { povertyStatuses: [] }, refused('NOT_REGISTERED_POOR')],
    ['sixteen on the day of the loss', { birthDate: '2004-02-10' }, paid],
    ['a day younger', { birthDate: '2004-02-11' }, refused('UNDER_AGE')],
    ['not able to work', { workCapacity: 'NONE' as const }, refused('NOT_ABLE_TO_WORK')],
  ])('%s', (_case, record, expected) => {
    expect(answer(april, { record })).toBe(expected);
  });
  test('in no register: a person looks', () => {
    expect(answer(april, { facts: { worker: 'UNKNOWN' } })).toBe(review('REGISTER_DOES_NOT_KNOW'));
  });
  test('an account in another name', () => {
    expect(answer(april, { facts: { payeeIsWorker: false } })).toBe(review('PAYEE_NOT_WORKER'));
  });
});

test('a month twice, a month before the loss, or none at all, cannot be claimed', () => {
  const claim = (months: readonly string[]) =>
    unemploymentClaim.safeParse({ ...unemploymentFacts(april).claim, months }).success;
  expect(claim(['2020-02', '2020-03'])).toBe(true);
  expect(claim(['2020-03', '2020-03'])).toBe(false);
  expect(claim(['2020-01'])).toBe(false);
  expect(claim(['2023-03'])).toBe(false);
  expect(claim([])).toBe(false);
});

test('the page names every reason that the checks can give', () => {
  const here = new URL('./', import.meta.url);
  const files = [
    'index',
    'insured',
    'loss',
    'no-work',
    'sum',
    'which-months',
    '../poor-worker',
    '../combinations',
    '../own-account',
  ];
  const source = files.map((file) => readFileSync(new URL(`${file}.ts`, here), 'utf8')).join('');
  const readme = readFileSync(new URL('README.md', here), 'utf8');
  for (const code of reasonCodes.filter((one) => source.includes(`'${one}'`)))
    expect(readme, code).toContain(`\`${code}\``);
});
