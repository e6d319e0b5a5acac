import { describe, expect, test } from 'vitest';
import { states, waitKinds } from '../../contracts/application.ts';
import { nextStep } from './next-step.ts';

const waitFor = (kind: (typeof waitKinds)[number], dueOn = '2020-03-23') => ({
  state: 'CHECKING' as const,
  wait: { kind, rowId: 'A20200316-7K3M9QW2ZD.X.1', dueOn },
});

test.each(states)('an application that is %s has one plain sentence of its own', (state) => {
  const said = nextStep({ state }, '2020-03-16');
  const others = states
    .filter((other) => other !== state)
    .map((other) => nextStep({ state: other }, '2020-03-16'));
  expect(said.en).toMatch(/^[A-Z].*\.$/);
  expect(said.zh).toMatch(/。$/);
  expect(others).not.toContainEqual(said);
});

test('a recognition that is done is recognised, and nothing is said of money', () => {
  for (const state of ['APPROVED', 'CLOSED'] as const) {
    const said = nextStep({ state, instrument: 'WORKSHOP_RECOGNITION' }, '2020-03-16');
    expect(said.en).toContain('in the register');
    expect(said.zh).not.toMatch(/款|资金/);
    expect(nextStep({ state, instrument: 'BASE_AWARD' }, '2020-03-16')).toEqual(
      nextStep({ state }, '2020-03-16'),
    );
  }
});

describe.each(waitKinds)('waiting for %s', (kind) => {
  test('says by which day, in both languages', () => {
    const said = nextStep(waitFor(kind), '2020-03-16');
    expect(said.en).toContain('2020-03-23');
    expect(said.zh).toContain('2020年3月23日');
  });

  test('leaves no placeholder', () => {
    expect(JSON.stringify(nextStep(waitFor(kind), '2020-03-16'))).not.toMatch(/[{}]due|undefined|NaN/);
  });
});

test('an office that is late is said to be late, on the day after the due day', () => {
  expect(nextStep(waitFor('VERIFY'), '2020-03-23').en).not.toContain('overdue');
  expect(nextStep(waitFor('VERIFY'), '2020-03-24').en).toContain('overdue');
  expect(nextStep(waitFor('VERIFY'), '2020-03-24').zh).toContain('已超期');
});

test('an applicant who still has to correct is told what to do, not that somebody is late', () => {
  expect(nextStep(waitFor('CORRECT'), '2020-04-01').en).not.toContain('overdue');
});

test('the wait says more than the state: a claim on notice under objection names the re-examiner', () => {
  const said = nextStep({ ...waitFor('REEXAMINE'), state: 'ON_NOTICE' }, '2020-03-16');
  expect(said.en).toContain('objected');
  expect(said.zh).toContain('异议');
});
