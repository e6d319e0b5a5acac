import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { taskHandlers } from '../../functions/tasks/index.ts';
import { checkApplicationOutput, endApplicationOutput } from '../../functions/contracts/steps.ts';
import { shanxiCounties } from '../../functions/contracts/divisions.ts';
import { resumeInput, resumePoints } from '../../functions/contracts/resume.ts';
import { virtualClock } from '../../infra/local/clock.ts';
import { createEngine } from '../../infra/local/states/engine.ts';
import { drawMachine, everyState, machineFiles, readMachine } from './machine.ts';

const application = 'workflows/application/application.asl.json';

describe.each(machineFiles())('%s', (file) => {
  const machine = readMachine(file);
  const every = (type: string) => everyState(machine).filter(([, state]) => state.Type === type);

  test('has a time limit, and one query language: JSONata', () => {
    expect(machine.TimeoutSeconds).toBeGreaterThan(0);
    expect(machine.QueryLanguage).toBe('JSONata');
    expect(JSON.stringify(machine)).not.toContain('"JSONPath"');
  });

  test.each(every('Task'))(
    '%s is bounded, retried and caught, and never retries what is permanent',
    (_name, state) => {
      expect(Object.keys(state)).toEqual(
        expect.arrayContaining(['TimeoutSeconds', 'Retry', 'Catch', 'Comment']),
      );
      expect(state.Retry?.[0]).toEqual({ ErrorEquals: ['Permanent'], MaxAttempts: 0 });
      expect(state.Retry?.every(({ MaxAttempts }) => MaxAttempts <= 10)).toBe(true);
      expect(state.Catch?.some(({ ErrorEquals }) => ErrorEquals.includes('States.ALL'))).toBe(true);
    },
  );

  test.each(every('Task'))('%s calls a function that exists', (_name, state) => {
    const called = /"\$\{(\w+)Arn\}"/.exec(JSON.stringify(state))?.[1];
    expect(Object.keys(taskHandlers)).toContain(called);
  });

  test.each(every('Choice'))('%s has a default', (_name, state) => expect(state).toHaveProperty('Default'));
  test.each(every('Fail'))('%s says why', (_name, state) => expect(state).toHaveProperty('Cause'));

  test('every state can be reached', () => {
    const states = everyState(machine);
    const nexts = states.flatMap(([, { Next, Default, Choices = [], Catch = [], ItemProcessor }]) => [
      ItemProcessor?.StartAt,
      Next,
      Default,
      ...Choices.map((choice) => choice.Next),
      ...Catch.map((caught) => caught.Next),
    ]);
    const reached = new Set([machine.StartAt, ...nexts]);
    expect(states.map(([name]) => name).filter((name) => !reached.has(name))).toEqual([]);
  });

  test('its payloads hold ids and small facts, never documents', () => {
    const payloads = every('Task').map(
      ([, state]) => (state['Arguments'] as { Payload: Record<string, unknown> }).Payload,
    );
    const ids = ['applicationId', 'noticeId', 'payoutId', 'token', 'version', 'division'];
    const facts = ['at', 'kind', 'ending', 'noticeEndsAt', 'published'];
    const strange = payloads.flatMap((payload) =>
      Object.keys(payload).filter((key) => ![...ids, ...facts].includes(key)),
    );
    expect(strange).toEqual([]);
  });

  test('the engine accepts it', async () => {
    const engine = createEngine({
      place: { memory: true },
      clock: virtualClock(0),
      invoke: async () => ({ outcome: 'success', payload: {} }),
    });
    const definition = readFileSync(file, 'utf8').replaceAll(
      /\$\{(\w+)Arn\}/g,
      (_, name: string) => `arn:aws:lambda:us-east-1:000000000000:function:${name}`,
    );
    const created = await engine.createStateMachine({
      name: 'm',
      roleArn: 'arn:aws:iam::000000000000:role/r',
      definition,
    });
    expect(created.stateMachineArn).toContain(':stateMachine:m');
    await engine.close();
  });

  test('the drawing in its README is the machine', () => {
    const readme = readFileSync(join(dirname(file), 'README.md'), 'utf8');
    const drawn = /```mermaid\n([\s\S]*?)\n```/.exec(readme)?.[1];
    expect(drawn).toBe(drawMachine(machine));
  });
});

const branches = (name: string): string[] =>
  (readMachine(application).States[name]?.Choices ?? []).map(
    ({ Condition = '' }) => /= '(\w+)'/.exec(Condition)?.[1] ?? '',
  );

test('every outcome the check can give has a branch', () => {
  expect(branches('RouteCheck').sort()).toEqual([...checkApplicationOutput.shape.outcome.options].sort());
});

test('every way an application can end has a branch', () => {
  expect(branches('RouteEnding').sort()).toEqual([...endApplicationOutput.shape.ended.options].sort());
});

test('an operator can let every step go on where it failed', () => {
  const { States } = readMachine(application);
  const resumed = Object.values(States).flatMap(({ Catch = [] }) =>
    Catch.flatMap((caught) => {
      const at = (caught['Assign'] as { resumeAt?: string } | undefined)?.resumeAt;
      return at === undefined ? [] : [at];
    }),
  );
  const choices = branches('RouteOperation');
  expect(resumed.filter((at) => !choices.includes(at))).toEqual([]);
});

test('every step an execution may be taken up at has a branch, and nothing else', () => {
  const words = ['PARKED', 'ABANDONED', 'WITHDRAWN', ...resumePoints];
  expect(branches('RouteOperation').sort()).toEqual(words.sort());
});

test('the nightly reconciliation reaches every county, and none twice', () => {
  const { States } = readMachine('workflows/reconciliation/reconciliation.asl.json');
  expect(States['EveryCounty']?.['Items']).toEqual(shanxiCounties);
});

test('what an execution is taken up with is what its first state reads', () => {
  const [resumed] = readMachine(application).States['Begin']?.Choices ?? [];
  const read = Object.values((resumed?.['Assign'] ?? {}) as Record<string, unknown>).flatMap(
    (value) => /states\.input\.(\w+)/.exec(String(value))?.[1] ?? [],
  );
  expect(read.sort()).toEqual(Object.keys(resumeInput.shape).sort());
});
