import { expect, test } from 'vitest';
import { aPlacementLine, aRetentionLine, aTransportLine, citizen } from '../../test/builders/claims.ts';
import { possiblePeriods } from './periods.ts';
import { ruleValuesFor } from './values/index.ts';

const values = ruleValuesFor('141124', '2020-03-16');
const worker = citizen('1985-06-12');

test('the transport subsidy is earned once in the calendar year of the departure', () => {
  const departing = (departedOn: string) => aTransportLine(worker, { departedOn }).content;
  expect(possiblePeriods(departing('2020-01-01'), values)).toEqual(['2020']);
  expect(possiblePeriods(departing('2020-12-31'), values)).toEqual(['2020']);
  expect(possiblePeriods(departing('2021-01-01'), values)).toEqual(['2021']);
});

test('a placement is earned once, whenever it was', () => {
  expect(possiblePeriods(aPlacementLine(1, worker).content, values)).toEqual(['ONCE']);
});

test('the retention allowance is earned month by month, February to June, whatever months are claimed', () => {
  const short = aRetentionLine(worker, [{ startsOn: '2020-04-01', endsOn: '2020-04-30' }]);
  expect(possiblePeriods(short.content, values)).toEqual([
    '2020-02',
    '2020-03',
    '2020-04',
    '2020-05',
    '2020-06',
  ]);
});

test('a window that opens and closes in mid-month, or runs over the new year, loses no month', () => {
  const window = { start: '2020-11-20', end: '2021-01-05' };
  const months = possiblePeriods(aRetentionLine(worker).content, { ...values, window });
  expect(months).toEqual(['2020-11', '2020-12', '2021-01']);
});
