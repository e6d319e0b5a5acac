import { describe, expect, test } from 'vitest';
import {
  aHired,
  anEmployerOf,
  farmFacts,
  hiringRules,
  monthsOf,
  wagesFor,
} from '../../../test/builders/hiring.ts';
import { lineAssessment } from '../../contracts/assessment.ts';
import type { RuleSet } from '../facts.ts';
import { farmHiringClaim } from './claim.ts';
import type { FarmHiringFacts } from './facts.ts';
import { assessFarmHiring } from './index.ts';
import { farmHiringLine } from './instrument.ts';

const applicationId = 'A20200316-7K3M9QW2ZD';
const answer = (facts: FarmHiringFacts, values: Partial<RuleSet['values']['hiring']> = {}): string => {
  const assessment = assessFarmHiring(facts, hiringRules(values));
  lineAssessment.parse(assessment);
  const { outcome, amountFen, reasons } = assessment;
  return `${outcome} ${amountFen} ${reasons.join(' ')}`;
};
const paid = 'APPROVE 120000 OK';
const refused = (reasons: string) => `REJECT 0 ${reasons}`;
const review = (reasons: string) => `REVIEW 120000 ${reasons}`;

describe('as a workshop: six months within a year, 6,000 yuan', () => {
  test.each([
    ['both exactly', monthsOf(6), paid],
    ['five months', monthsOf(5, 120_000), refused('MONTHS_SHORT')],
    ['a fen short', monthsOf(6, 99_999), refused('PAY_SHORT')],
    [
      'a season of twenty days in each of nine months, in the days that a county asks for (c)',
      monthsOf(9).map((month) => ({ ...month, days: 20 })),
      paid,
    ],
    [
      'ten days in each of twelve months make four months',
      monthsOf(12).map((month) => ({ ...month, days: 10 })),
      refused('MONTHS_SHORT'),
    ],
    [
      'fourteen days in each of thirteen months make five',
      monthsOf(13).map((month) => ({ ...month, days: 14 })),
      refused('MONTHS_SHORT'),
    ],
  ])('%s', (_case, months, expected) => {
    expect(answer(farmFacts(months))).toBe(expected);
  });

  test('where fewer days make a month, the season is enough', () => {
    const season = monthsOf(12).map((month) => ({ ...month, days: 10 }));
    expect(answer(farmFacts(season), { shortMonthDays: 20 })).toBe(paid);
    expect(answer(farmFacts(season), { minDaysPerMonth: 10 })).toBe(paid);
  });

  test('the bank shows less than is claimed: a person looks', () => {
    const worker = aHired({ wages: wagesFor(monthsOf(6, 90_000)) });
    expect(answer(farmFacts(monthsOf(6), { worker }))).toBe(review('REGISTER_DIFFERS'));
    expect(answer(farmFacts(monthsOf(6), { worker: 'UNAVAILABLE' }))).toBe(review('REGISTER_DOES_NOT_KNOW'));
  });
});

describe('who the employer is', () => {
  test.each([
    'FARM_INPUT_ENTERPRISE',
    'FARM_COOPERATIVE',
    'FAMILY_FARM',
    'LEADING_FARM_ENTERPRISE',
    'LARGE_GROWER',
    'FARM_SERVICE_ORGANISATION',
  ] as const)('%s', (type) => {
    expect(answer(farmFacts(monthsOf(6), { applicant: anEmployerOf(type) }))).toBe(paid);
  });

  test.each(['ENTERPRISE', 'WORKSHOP', 'KEY_PROJECT', 'INDIVIDUAL_BUSINESS', 'HR_AGENCY'] as const)(
    '%s claims by another clause',
    (type) => {
      expect(answer(farmFacts(monthsOf(6), { applicant: anEmployerOf(type) }))).toBe(
        refused('NOT_ELIGIBLE_ORGANISATION'),
      );
    },
  );

  test('a large farm-input enterprise is paid the same: the clause copies the workshop', () => {
    const applicant = anEmployerOf('FARM_INPUT_ENTERPRISE', { sizeClass: 'LARGE' });
    expect(answer(farmFacts(monthsOf(6), { applicant }))).toBe(paid);
  });

  test('not in the register: a person looks', () => {
    expect(answer(farmFacts(monthsOf(6), { applicant: 'UNKNOWN' }))).toBe(review('REGISTER_DOES_NOT_KNOW'));
  });
});

test('the owner’s family are no employees (d), unless the county reads it otherwise', () => {
  const family = farmFacts(monthsOf(6), {}, { ofOwnersFamily: true });
  expect(answer(family)).toBe(refused('WRONG_EMPLOYMENT_KIND'));
  expect(answer(family, { farmFamily: 'OFFICER' })).toBe(review('WRONG_EMPLOYMENT_KIND'));
  expect(answer(family, { farmFamily: 'AS_EMPLOYEES' })).toBe(paid);
});

test('a worker counts once, under either clause', () => {
  expect(answer(farmFacts(monthsOf(6), { held: [{ period: 'ONCE', applicationId }] }))).toBe(
    refused('DUPLICATE'),
  );
  const others = [{ instrument: 'HIRING_SUBSIDY', period: 'ONCE', applicationId }];
  expect(answer(farmFacts(monthsOf(6), { others }))).toBe(refused('DUPLICATE'));
  const { claim } = farmFacts();
  expect(farmHiringLine.besides?.(claim, hiringRules().values)).toContainEqual({
    instrument: 'HIRING_SUBSIDY',
    period: 'ONCE',
  });
});

test('a claim without a month, or with a month before the hiring, cannot be made', () => {
  const claim = (rest: object) => farmHiringClaim.safeParse({ ...farmFacts().claim, ...rest }).success;
  expect(claim({})).toBe(true);
  expect(claim({ months: [] })).toBe(false);
  expect(claim({ hiredOn: '2020-03-01' })).toBe(false);
});
