import { describe, expect, test } from 'vitest';
import { standingOn } from './recognition.ts';

const history = [
  { status: 'ACTIVE' as const, from: '2020-03-10', reason: '' },
  { status: 'SUSPENDED' as const, from: '2020-05-01', reason: '人数不足' },
  { status: 'ACTIVE' as const, from: '2020-06-01', reason: '已补足' },
  { status: 'REVOKED' as const, from: '2020-08-15', reason: '停产' },
];

describe('how a recognition stood on a day', () => {
  test.each([
    ['the day before it was recognised', '2020-03-09', 'NOT_YET'],
    ['the day it was recognised', '2020-03-10', 'ACTIVE'],
    ['the day before its suspension', '2020-04-30', 'ACTIVE'],
    ['the day of its suspension', '2020-05-01', 'SUSPENDED'],
    ['the day it was taken up again', '2020-06-01', 'ACTIVE'],
    ['the day before it was revoked', '2020-08-14', 'ACTIVE'],
    ['long after it was revoked', '2021-01-01', 'REVOKED'],
  ])('%s', (_case, on, expected) => {
    expect(standingOn({ history }, on)).toBe(expected);
    expect(standingOn({ history: history.toReversed() }, on)).toBe(expected);
  });

  test('of two steps on one day the later written holds', () => {
    const [active, suspended] = [history[0]!, { ...history[1]!, from: '2020-03-10' }];
    expect(standingOn({ history: [active, suspended] }, '2020-03-10')).toBe('SUSPENDED');
    expect(standingOn({ history: [suspended, active] }, '2020-03-10')).toBe('ACTIVE');
  });
});
