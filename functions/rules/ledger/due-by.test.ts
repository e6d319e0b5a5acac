import { expect, test } from 'vitest';
import type { Check, LineOutcome } from '../../contracts/assessment.ts';
import { dueBy } from './due-by.ts';

const said = (outcome: LineOutcome, ...outcomes: Check['outcome'][]) => ({
  outcome,
  checks: outcomes.map((each): Check => ({
    checkId: 'PROOF',
    outcome: each,
    clause: '六.2',
    inputs: [],
    values: [],
    sentence: { zh: '由工作人员核实。', en: 'An officer looks.' },
  })),
});
const paid = [{ kind: 'GROSS' as const, amountFen: 20_000 }];

test.each([
  ['a register that is down takes nothing back', said('REVIEW', 'PASS', 'UNAVAILABLE'), 0, 0],
  ['a register that is down still shows what is lacking', said('REVIEW', 'UNAVAILABLE'), 50_000, 30_000],
  ['a clear answer asks back what was too much', said('APPROVE', 'PASS'), 5_000, -15_000],
  ['a refusal asks it back, whatever else is not known', said('REJECT', 'FAIL', 'UNAVAILABLE'), 0, -20_000],
  [
    'an officer’s caveat asks it back: a person decides on the proposal',
    said('REVIEW', 'CAVEAT'),
    0,
    -20_000,
  ],
])('%s', (_what, assessment, fullFen, due) => {
  expect(dueBy(assessment, fullFen, paid)).toBe(due);
});
