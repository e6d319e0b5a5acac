import chineseDays from 'chinese-days';
import { describe, expect, test } from 'vitest';
import { addDays, weekday } from './days.ts';
import published from './holidays.json' with { type: 'json' };
import { addWorkingDays, isWorkingDay } from './working-days.ts';

const daysOf = (year: string): string[] => {
  const days: string[] = [];
  for (let day = `${year}-01-01`; day.startsWith(year); day = addDays(day, 1)) days.push(day);
  return days;
};

describe('working days of 2020', () => {
  test.each([
    ['the Spring Festival begins', '2020-01-24', false],
    ['the Friday of the extension for the epidemic', '2020-01-31', false],
    ['the last day of the extension, a Sunday', '2020-02-02', false],
    ['work begins again', '2020-02-03', true],
    ['Qingming, Monday', '2020-04-06', false],
    ['a Sunday worked for the holiday of May', '2020-04-26', true],
    ['a Saturday worked for the holiday of May', '2020-05-09', true],
    ['the Dragon Boat Festival', '2020-06-25', false],
    ['a Sunday worked for the Dragon Boat Festival', '2020-06-28', true],
    ['an ordinary Saturday', '2020-03-14', false],
    ['an ordinary Monday', '2020-03-16', true],
  ])('%s (%s): %s', (_what, day, works) => {
    expect(isWorkingDay(day)).toBe(works);
  });

  test('are 249: 17, 20, 22, 22, 19, 21, 23, 21, 23, 17, 21 and 23 a month', () => {
    const worked = daysOf('2020').filter(isWorkingDay);
    const months = Map.groupBy(worked, (day) => day.slice(0, 7));
    expect([...months.values()].map((days) => days.length)).toEqual([
      17, 20, 22, 22, 19, 21, 23, 21, 23, 17, 21, 23,
    ]);
  });
});

describe('the n-th working day after a date', () => {
  test.each([
    ['2020-03-30', '2020-04-07'],
    ['2020-04-02', '2020-04-10'],
    ['2020-04-24', '2020-04-30'],
    ['2020-04-30', '2020-05-11'],
    ['2020-06-19', '2020-06-29'],
    ['2020-06-24', '2020-07-02'],
    ['2020-06-30', '2020-07-07'],
  ])('a list posted on %s hangs five working days, to the end of %s', (posted, end) => {
    expect(addWorkingDays(posted, 5)).toBe(end);
  });

  test('the day of posting is not counted, whether it is a working day or not', () => {
    expect(addWorkingDays('2020-03-16', 1)).toBe('2020-03-17');
    expect(addWorkingDays('2020-03-14', 1)).toBe('2020-03-16');
  });

  test('no days give the date back', () => {
    expect(addWorkingDays('2020-03-14', 0)).toBe('2020-03-14');
  });

  test('a term may run over the new year', () => {
    expect(addWorkingDays('2020-12-30', 3)).toBe('2021-01-05');
  });
});

describe('the published years', () => {
  test.each(published.years)('%s: every day agrees with the package chinese-days', (year) => {
    const differing = daysOf(year).filter((day) => isWorkingDay(day) !== chineseDays.isWorkday(day));
    expect(differing).toEqual([]);
  });

  test('every exception of the table lies in them, and is one', () => {
    const { years, holidays, makeUpDays } = published;
    for (const day of [...holidays, ...makeUpDays]) expect(years).toContain(day.slice(0, 4));
    const isWeekend = (day: string) => weekday(day) % 6 === 0;
    expect(holidays.filter(isWeekend)).toEqual([]);
    expect(makeUpDays.filter((day) => !isWeekend(day))).toEqual([]);
  });

  test('outside them Monday to Friday are working days', () => {
    const week = daysOf('2035').slice(0, 7).filter(isWorkingDay);
    expect(week.map(weekday).sort()).toEqual([1, 2, 3, 4, 5]);
  });
});
