import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aWorkerRecord } from '../../../test/builders/facts.ts';
import { aSpell } from '../../../test/builders/claims.ts';
import { covers } from './covers.ts';
import { personMonths } from './person-months.ts';
import { hullOf, monthsOf, monthsOfYear, stretchBetween } from './stretch.ts';

const applicationId = 'A20200316-7K3M9QW2ZD';
const granted = (instrument: string, period: string, stretch: { from?: string; to?: string } = {}) => ({
  instrument,
  period,
  applicationId,
  ...stretch,
});

describe('a person’s months', () => {
  const march = granted('RETENTION_ALLOWANCE', '2020-03');
  const hired = granted('HIRING_SUBSIDY', 'ONCE', { from: '2020-02', to: '2020-03' });
  const placed = granted('PLACEMENT_SUBSIDY', 'ONCE', { from: '2020-04' });
  const unknown = granted('OVERSEAS_SUBSIDY', 'ONCE');
  const source = { register: 'BANK', asOf: '2020-06-30', version: 1 };
  const worker = aWorkerRecord({
    spells: [aSpell({ startsOn: '2020-02-20', endsOn: '2020-03-02' }), aSpell({ startsOn: '2020-04-01' })],
    wages: [
      { month: '2020-03', employerCode: 'A', paidFen: 100_000, paidOn: '2020-04-01', source },
      { month: '2020-03', employerCode: 'B', paidFen: 50_000, paidOn: '2020-04-02', source },
    ],
  });
  const months = personMonths(['2020-02', '2020-03', '2020-04'], [march, hired, placed, unknown], worker);

  test('show what was granted for each: by the month, for the job’s months, or nobody knows for which', () => {
    expect(months.map((month) => month.granted)).toEqual([
      [hired, unknown],
      [march, hired, unknown],
      [placed, unknown],
    ]);
  });

  test('show the jobs of each month, one that is not over in every later one', () => {
    expect(months.map(({ jobs }) => jobs.map(({ startsOn }) => startsOn))).toEqual([
      ['2020-02-20'],
      ['2020-02-20'],
      ['2020-04-01'],
    ]);
  });

  test('sum the wages of all employers', () => {
    expect(months.map(({ wagesFen }) => wagesFen)).toEqual([0, 150_000, 0]);
  });

  test('are empty of work where no register knows the person', () => {
    expect(personMonths(['2020-03'], [march])).toEqual([
      { month: '2020-03', jobs: [], wagesFen: 0, insuredBy: [], granted: [march] },
    ]);
  });
});

test('every month of a stretch is covered by it, and none outside', () => {
  const month = fc
    .integer({ min: 0, max: 23 })
    .map((at) => monthsOfYear(String(2019 + Math.floor(at / 12)))[at % 12] ?? '');
  fc.assert(
    fc.property(month, month, month, (a, b, asked) => {
      const [from = '', to = ''] = [a, b].sort();
      const inside = monthsOf({ from, to }, to).includes(asked);
      expect(covers(granted('HIRING_SUBSIDY', 'ONCE', { from, to }), asked)).toBe(inside);
    }),
  );
});

test('several jobs reach from the first month to the last; one that goes on has no last', () => {
  const first = stretchBetween('2020-03-05', '2020-04-30');
  expect(hullOf([first, stretchBetween('2020-02-01', '2020-02-29')])).toEqual({
    from: '2020-02',
    to: '2020-04',
  });
  expect(hullOf([first, stretchBetween('2020-05-01')])).toEqual({ from: '2020-03' });
  expect(hullOf([])).toBeUndefined();
});

test('a job without an end is followed for three years at most', () => {
  expect(monthsOf({ from: '2020-01' }, '2099-12')).toHaveLength(36);
  expect(monthsOf({ from: '2020-05' }, '2020-01')).toEqual(['2020-05']);
});
