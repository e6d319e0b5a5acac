import { expect, test } from 'vitest';
import { addWorkingDays } from './working-days.ts';
import { workingDaysBetween } from './working-days-between.ts';

test.each([
  ['the same day', '2020-03-30', '2020-03-30', 0],
  ['over a weekend and Qingming', '2020-03-30', '2020-04-07', 5],
  ['over a Sunday that is worked', '2020-04-24', '2020-04-30', 5],
  ['an order that is wrong', '2020-04-30', '2020-04-24', 0],
])('%s', (_case, from, to, days) => {
  expect(workingDaysBetween(from, to)).toBe(days);
});

test('it counts back what was counted forth', () => {
  for (const days of [1, 5, 17])
    expect(workingDaysBetween('2020-01-17', addWorkingDays('2020-01-17', days))).toBe(days);
});
