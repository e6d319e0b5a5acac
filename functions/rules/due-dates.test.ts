import { describe, expect, test } from 'vitest';
import { allTaskKinds } from '../contracts/queue.ts';
import { dueOn } from './due-dates.ts';
import { ruleValuesFor } from './values/index.ts';

const friday = '2020-03-27';
const values = ruleValuesFor('141124', friday);

describe('a task opened on Friday 27 March 2020 is due', () => {
  test.each([
    ['VERIFY', 'after five working days', '2020-04-03'],
    ['REEXAMINE', 'after five working days', '2020-04-03'],
    ['APPROVE', 'after three', '2020-04-01'],
    ['SECOND_APPROVE', 'after three', '2020-04-01'],
    ['CONFIGURE', 'after five', '2020-04-03'],
    ['OPERATE', 'after five', '2020-04-03'],
    ['PAY', 'after ten, with Qingming between', '2020-04-13'],
    ['CORRECT', 'after fifteen, with Qingming between', '2020-04-20'],
    ['CORRECT_PAYEE', 'after fifteen, with Qingming between', '2020-04-20'],
  ] as const)('%s: %s, on %3$s', (kind, _days, due) => {
    expect(dueOn(kind, friday, values)).toBe(due);
  });
});

test('a task opened on a day off has the same time as one opened on the working day before', () => {
  for (const kind of allTaskKinds)
    expect(dueOn(kind, '2020-03-29', values)).toBe(dueOn(kind, friday, values));
});
