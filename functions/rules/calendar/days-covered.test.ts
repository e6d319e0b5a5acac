import { expect, test } from 'vitest';
import { daysCovered } from './days-covered.ts';

const span = (startsOn: string, endsOn?: string) => ({ startsOn, endsOn });

test.each([
  ['the whole month', [span('2020-01-01', '2020-12-31')], 29],
  ['work that goes on', [span('2020-02-10')], 20],
  ['a first and a last day', [span('2020-02-28', '2020-03-01')], 2],
  [
    'two jobs at once: no day twice',
    [span('2020-02-01', '2020-02-10'), span('2020-02-05', '2020-02-15')],
    15,
  ],
  [
    'the shorter one inside the longer',
    [span('2020-02-01', '2020-02-20'), span('2020-02-05', '2020-02-06')],
    20,
  ],
  [
    'two seasons, the later one named first',
    [span('2020-02-20', '2020-02-24'), span('2020-02-03', '2020-02-04')],
    7,
  ],
  ['before and after it', [span('2020-01-01', '2020-01-31'), span('2020-03-01')], 0],
  ['no work', [], 0],
])('February 2020: %s', (_case, spans, days) => {
  expect(daysCovered(spans, '2020-02')).toBe(days);
});
