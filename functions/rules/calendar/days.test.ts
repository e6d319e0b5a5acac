import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  ageOn,
  dateOf,
  dayNumber,
  daysInclusive,
  daysInMonth,
  monthOf,
  weekday,
} from './days.ts';

const msPerDay = 86_400_000;
const textOf = (date: Date): string => date.toISOString().slice(0, 10);
const runtimeDay = (year: number, monthIndex: number, day: number): Date => {
  const date = new Date(0);
  date.setUTCFullYear(year, monthIndex, day);
  return date;
};

const day = fc.date({
  min: new Date('1900-01-01'),
  max: new Date('2199-12-31'),
  noInvalidDate: true,
});

describe('the calendar agrees with the runtime’s own, in every year from 1900 to 2199', () => {
  test('every date has its day number, and every day number its date', () => {
    const first = Date.parse('1900-01-01') / msPerDay;
    const last = Date.parse('2199-12-31') / msPerDay;
    const wrong: string[] = [];
    for (let number = first; number <= last; number += 1) {
      const date = textOf(new Date(number * msPerDay));
      if (dayNumber(date) !== number || dateOf(number) !== date) wrong.push(date);
    }
    expect(wrong).toEqual([]);
  });

  test('the day of the week', () => {
    fc.assert(
      fc.property(day, (date) => {
        expect(weekday(textOf(date))).toBe(date.getUTCDay());
      }),
    );
  });

  test('so many days later or earlier', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -2000, max: 2000 }), (date, days) => {
        const later = new Date(Math.floor(date.getTime() / msPerDay + days) * msPerDay);
        expect(addDays(textOf(date), days)).toBe(textOf(later));
      }),
    );
  });

  test('the length of a month', () => {
    fc.assert(
      fc.property(day, (date) => {
        const last = runtimeDay(date.getUTCFullYear(), date.getUTCMonth() + 1, 0);
        expect(daysInMonth(monthOf(textOf(date)))).toBe(last.getUTCDate());
      }),
    );
  });

  test('so many months later or earlier: the same day, or the last of a shorter month', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -60, max: 60 }), (date, months) => {
        const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
        const last = runtimeDay(year, month + 1, 0).getUTCDate();
        const wanted = runtimeDay(year, month, Math.min(date.getUTCDate(), last));
        expect(addMonths(textOf(date), months)).toBe(textOf(wanted));
      }),
    );
  });

  test('completed years, counted birthday by birthday', () => {
    fc.assert(
      fc.property(day, day, (one, other) => {
        const [born, on] = one < other ? [one, other] : [other, one];
        let years = 0;
        const birthday = (n: number) =>
          runtimeDay(born.getUTCFullYear() + n, born.getUTCMonth(), born.getUTCDate());
        while (textOf(birthday(years + 1)) <= textOf(on)) years += 1;
        expect(ageOn(textOf(born), textOf(on))).toBe(years);
      }),
    );
  });
});

describe('the ends of months', () => {
  test.each([
    ['31 August and six months, before a leap day', '2019-08-31', 6, '2020-02-29'],
    ['31 August and six months, in a common year', '2020-08-31', 6, '2021-02-28'],
    ['29 February and twelve months', '2020-02-29', 12, '2021-02-28'],
    ['30 April and one month is not the last of May', '2020-04-30', 1, '2020-05-30'],
    ['across the new year', '2020-12-15', 1, '2021-01-15'],
    ['backwards across the new year', '2020-01-31', -2, '2019-11-30'],
  ])('%s', (_case, from, months, expected) => {
    expect(addMonths(from, months)).toBe(expected);
  });

  test('1900 and 2100 have no leap day, 2000 and 2020 have one', () => {
    expect(['1900-02', '2000-02', '2020-02', '2100-02'].map(daysInMonth)).toEqual([28, 29, 29, 28]);
  });
});

describe('age', () => {
  test.each([
    ['the day before the sixteenth birthday', '2004-03-10', '2020-03-09', 15],
    ['the sixteenth birthday itself', '2004-03-10', '2020-03-10', 16],
    ['born on a leap day, on 28 February of a common year', '2004-02-29', '2021-02-28', 16],
    ['born on a leap day, on 1 March of a common year', '2004-02-29', '2021-03-01', 17],
    ['born on a leap day, on the leap day', '2004-02-29', '2020-02-29', 16],
  ])('%s', (_case, born, on, years) => {
    expect(ageOn(born, on)).toBe(years);
  });
});

test('a range counts both its ends: February 2020 has 29 days, a single day is one', () => {
  expect(daysInclusive('2020-02-01', '2020-02-29')).toBe(29);
  expect(daysInclusive('2020-02-01', '2020-02-01')).toBe(1);
});
