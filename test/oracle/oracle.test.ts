import { describe, expect, test } from 'vitest';
import { subjects } from './subjects.ts';

/** `npm run -s oracle -- 100000` asks more of them. */
const cases = 1500;

describe.each(subjects)('$instrument: the rules and a table written from POLICY alone', ({ ask }) => {
  const { agreed, idle, outcomes, smallest } = ask(cases);

  test('agree on outcome, amount, periods and every reason', () => {
    expect(smallest).toBeUndefined();
    expect(agreed).toBe(cases);
  });

  test('are asked everything: each row of the table applies, each outcome occurs', () => {
    expect(idle).toEqual([]);
    expect([...outcomes.keys()].sort()).toEqual(['APPROVE', 'NOT_CONFIGURED', 'REJECT', 'REVIEW']);
  });
});
