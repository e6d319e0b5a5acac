import { describe, expect, test } from 'vitest';
import { fen, isoDate, isoMonth } from './scalars.ts';

describe('a calendar date', () => {
  test.each(['2020-02-29', '2000-02-29', '2020-12-31'])('%s exists', (date) => {
    expect(isoDate.parse(date)).toBe(date);
  });

  test.each([
    '2020-02-30',
    '2019-02-29',
    '1900-02-29',
    '2020-04-31',
    '2020-13-01',
    '2020-00-10',
    '2020-3-1',
    '20200301',
    '',
  ])('%s is refused', (date) => {
    expect(isoDate.safeParse(date).success).toBe(false);
  });
});

test.each(['2020-00', '2020-13', '2020-1'])('%s is no month', (month) => {
  expect(isoMonth.safeParse(month).success).toBe(false);
});

test.each([1.5, -1, Number.NaN, 1e15, '5'])('%s is no amount in fen', (amount) => {
  expect(fen.safeParse(amount).success).toBe(false);
});
