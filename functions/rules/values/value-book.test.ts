import { expect, test } from 'vitest';
import type { DatedValue } from './dated.ts';
import { currentRows, valuesFromRows } from './index.ts';
import { createValueBook } from './value-book.ts';

const own = (level: DatedValue['level'], division: string, rest: Partial<DatedValue>): DatedValue => ({
  ruleId: 'retention.monthlyFen',
  level,
  division,
  value: 15_000,
  from: '2020-03-01',
  source: `${division} 文件`,
  ...rest,
});
const rows = [
  ...currentRows,
  own('COUNTY', '141124', { to: '2020-04-30' }),
  own('PREFECTURE', '141100', { value: 18_000, from: '2020-04-15' }),
];
const book = createValueBook(rows);

test('a book that has been asked before answers as one that has not: each county, each side of each day of change', () => {
  const days = ['2020-02-29', '2020-03-01', '2020-04-14', '2020-04-15', '2020-04-30', '2020-05-01'];
  for (const county of ['141129', '141124', '140105', '141124'])
    for (const day of days.flatMap((one) => [one, one]))
      expect(book(county, day).values, `${county} ${day}`).toEqual(valuesFromRows(rows, county, day));
});

test('counties that have set nothing of their own share one set, and so do days between two changes', () => {
  expect(book('140105', '2020-03-05')).toBe(book('140221', '2020-04-20'));
  expect(book('141129', '2020-04-20')).not.toBe(book('140105', '2020-04-20'));
  expect(book('141129', '2020-05-20')).toBe(book('141121', '2020-06-20'));
});

test('a county’s own figure is nobody else’s', () => {
  expect(book('141124', '2020-03-05').values.retention.monthlyFen).toBe(15_000);
  expect(book('141129', '2020-03-05').values.retention.monthlyFen).toBe(20_000);
});
