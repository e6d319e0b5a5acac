import { describe, expect, test } from 'vitest';
import { combinationCheck } from './combinations.ts';
import type { OtherEntitlement } from './facts.ts';
import type { Stretch } from './grid/stretch.ts';

const applicationId = 'A20200316-7K3M9QW2ZD';
const other = (instrument: string, period: string, stretch: Partial<Stretch> = {}): OtherEntitlement => ({
  instrument,
  period,
  applicationId,
  ...stretch,
});
const outcome = (instrument: string, others: OtherEntitlement[], ...during: Stretch[]) =>
  combinationCheck(instrument, '四.3', { others, during }).outcome;

const march: Stretch = { from: '2020-03', to: '2020-03' };
const spring: Stretch = { from: '2020-03', to: '2020-05' };

describe('two subsidies that may not stand together, by the person’s months', () => {
  test.each<[string, string, OtherEntitlement, Stretch, string]>([
    [
      'hired in spring, in a post from autumn on: never at once',
      'HIRING_SUBSIDY',
      other('PUBLIC_WORKS_POST', '2020-09'),
      spring,
      'PASS',
    ],
    [
      'hired in spring, in a post in May: a person looks',
      'HIRING_SUBSIDY',
      other('PUBLIC_WORKS_POST', '2020-05'),
      spring,
      'CAVEAT',
    ],
    [
      'hired in March without an end of the contract, unemployment assistance in May: a person looks',
      'HIRING_SUBSIDY',
      other('UNEMPLOYMENT_ASSISTANCE', '2020-05'),
      { from: '2020-03' },
      'CAVEAT',
    ],
    [
      'hired in March without an end of the contract, in a post in February',
      'HIRING_SUBSIDY',
      other('PUBLIC_WORKS_POST', '2020-02'),
      { from: '2020-03' },
      'PASS',
    ],
    [
      'in a post in March, hired from May on',
      'PUBLIC_WORKS_POST',
      other('HIRING_SUBSIDY', 'ONCE', { from: '2020-05' }),
      march,
      'PASS',
    ],
    [
      'in a post in March, hired from February on',
      'PUBLIC_WORKS_POST',
      other('HIRING_SUBSIDY', 'ONCE', { from: '2020-02' }),
      march,
      'CAVEAT',
    ],
    [
      'in a post in March, hired, and nobody noted when',
      'PUBLIC_WORKS_POST',
      other('HIRING_SUBSIDY', 'ONCE'),
      march,
      'CAVEAT',
    ],
    [
      'hired by a workshop and by a farm, whenever: one subsidy',
      'HIRING_SUBSIDY',
      other('FARM_HIRING_SUBSIDY', 'ONCE', { from: '2021-01' }),
      spring,
      'CAVEAT',
    ],
    [
      'left for another province in March, abroad in July',
      'OVERSEAS_SUBSIDY',
      other('TRANSPORT_SUBSIDY', '2020', { from: '2020-03' }),
      { from: '2020-07' },
      'PASS',
    ],
    [
      'one departure in July paid twice over',
      'OVERSEAS_SUBSIDY',
      other('TRANSPORT_SUBSIDY', '2020', { from: '2020-07' }),
      { from: '2020-07' },
      'CAVEAT',
    ],
    [
      'a transport subsidy and a retention allowance go together',
      'RETENTION_ALLOWANCE',
      other('TRANSPORT_SUBSIDY', '2020', { from: '2020-03' }),
      march,
      'PASS',
    ],
  ])('%s', (_case, instrument, granted, during, expected) => {
    expect(outcome(instrument, [granted], during)).toBe(expected);
  });

  test('the sentence names the months in which they meet', () => {
    const { sentence, reasonCode } = combinationCheck('PUBLIC_WORKS_POST', '六.3', {
      others: [other('HIRING_SUBSIDY', 'ONCE', { from: '2020-02', to: '2020-04' })],
      during: [march, { from: '2020-04', to: '2020-04' }, { from: '2020-05', to: '2020-05' }],
    });
    expect(reasonCode).toBe('EXCLUDED_BENEFIT');
    expect(sentence.zh).toContain('2020-03 2020-04，');
    expect(sentence.zh).not.toContain('2020-05');
  });

  test('it is the same from either side', () => {
    const hired = outcome('HIRING_SUBSIDY', [other('UNEMPLOYMENT_ASSISTANCE', '2020-04')], spring);
    const jobless = outcome('UNEMPLOYMENT_ASSISTANCE', [other('HIRING_SUBSIDY', 'ONCE', spring)], {
      from: '2020-04',
      to: '2020-04',
    });
    expect([hired, jobless]).toEqual(['CAVEAT', 'CAVEAT']);
  });

  test('where nobody has looked at other subsidies, it says so', () => {
    expect(combinationCheck('HIRING_SUBSIDY', '四.3', { during: [spring] }).outcome).toBe('NOT_APPLICABLE');
  });
});
