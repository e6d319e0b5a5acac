import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { virtualClock } from '../clock.ts';
import {
  askFor,
  begin,
  callTo,
  define,
  eventsOf,
  standing,
  startOfTime,
  succeed,
  testEngine,
  throwError,
  type Functions,
} from './testing.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'states-restart-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Engines on one folder, one after the other, on a clock that goes on between them. */
const household = () => {
  const clock = virtualClock(startOfTime);
  return {
    clock,
    open: (functions: Functions = {}) => testEngine({ functions, place: { folder }, clock }).engine,
  };
};

test('a wait ends when it would have, with the variables it began with', async () => {
  const { clock, open } = household();
  const first = open();
  const arn = await begin(
    first,
    {
      StartAt: 'Set',
      States: {
        Set: { Type: 'Pass', Assign: { who: '{% $states.input.who %}' }, Next: 'Wait' },
        Wait: { Type: 'Wait', Seconds: 3600, Next: 'Show' },
        Show: { Type: 'Pass', Output: '{% $who & " " & $states.context.State.EnteredTime %}', End: true },
      },
    },
    { who: 'w-996' },
  );
  await first.close();
  const second = open();
  await clock.advance(3600_000);
  expect(await standing(second, arn)).toEqual({
    status: 'SUCCEEDED',
    output: 'w-996 2026-03-02T09:00:00.000Z',
  });
  await second.close();
});

test('what fell due while the engine was down happens at the start', async () => {
  const { clock, open } = household();
  const first = open();
  const arn = await begin(first, {
    StartAt: 'Wait',
    States: { Wait: { Type: 'Wait', Seconds: 60, End: true } },
  });
  await first.close();
  await clock.advance(3600_000);
  const second = open();
  await clock.advance(0);
  expect(await standing(second, arn)).toMatchObject({ status: 'SUCCEEDED' });
  await second.close();
});

test('attempts made before count, and the pause between attempts goes on', async () => {
  const { clock, open } = household();
  const calls: string[] = [];
  const failIn = (engine: string) => ({ f: () => (calls.push(engine), throwError('Busy')) });
  const first = open(failIn('first'));
  const arn = await begin(first, {
    StartAt: 'Call',
    States: {
      Call: callTo(
        'f',
        {},
        { Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 10, MaxAttempts: 2 }], End: true },
      ),
    },
  });
  await clock.advance(10_000);
  await first.close();
  const second = open(failIn('second'));
  await clock.advance(19_000);
  expect(calls).toEqual(['first', 'first']);
  await clock.advance(1000);
  expect(calls).toEqual(['first', 'first', 'second']);
  expect(await standing(second, arn)).toMatchObject({ status: 'FAILED', error: 'Busy' });
  await second.close();
});

test('a function that had not answered is called again with the same arguments', async () => {
  const { clock, open } = household();
  const seen: unknown[] = [];
  const hang = (payload: unknown) => {
    seen.push(payload);
    return new Promise<never>(() => {});
  };
  const first = open({ f: hang });
  const stateMachineArn = await define(first, {
    StartAt: 'Call',
    States: {
      Call: callTo(
        'f',
        { id: '{% $uuid() %}' },
        { TimeoutSeconds: 60, Output: '{% $states.result.Payload %}', End: true },
      ),
    },
  });
  const { executionArn } = await first.startExecution({ stateMachineArn });
  await first.close();
  const second = open({ f: (payload) => (seen.push(payload), succeed('done')) });
  await second.idle();
  expect(await standing(second, executionArn)).toEqual({ status: 'SUCCEEDED', output: 'done' });
  expect(seen).toHaveLength(2);
  expect(seen[1]).toEqual(seen[0]);
  expect(clock.now()).toBe(startOfTime);
  await second.close();
});

test('a token stays good and its task is not started again; its time limits go on', async () => {
  const { clock, open } = household();
  const tokens: string[] = [];
  const keep = {
    keep: (payload: unknown) => (tokens.push((payload as { token: string }).token), succeed({})),
  };
  const first = open(keep);
  const limits = { TimeoutSeconds: 600, HeartbeatSeconds: 100 };
  const stateMachineArn = await define(first, {
    StartAt: 'Ask',
    States: { Ask: askFor('keep', { ...limits, End: true }) },
  });
  const answered = await first.startExecution({ stateMachineArn });
  const silent = await first.startExecution({ stateMachineArn });
  await first.idle();
  await clock.advance(50_000);
  await first.close();
  const second = open(keep);
  await second.sendTaskSuccess({ taskToken: tokens[0]!, output: '"yes"' });
  await clock.advance(49_000);
  expect(await standing(second, silent.executionArn)).toEqual({ status: 'RUNNING' });
  await clock.advance(1000);
  expect(await standing(second, silent.executionArn)).toEqual({ status: 'FAILED', error: 'States.Timeout' });
  expect(await standing(second, answered.executionArn)).toEqual({ status: 'SUCCEEDED', output: 'yes' });
  expect(tokens).toHaveLength(2);
  await second.close();
});

test('a Map goes on with the items that were not done, inside a Parallel as well', async () => {
  const { open } = household();
  const calls: unknown[] = [];
  const answerUpTo = (last: number) => ({
    f: (payload: unknown) => {
      calls.push(payload);
      return calls.length <= last ? succeed(payload) : new Promise<never>(() => {});
    },
  });
  const first = open(answerUpTo(4));
  const stateMachineArn = await define(first, {
    StartAt: 'Both',
    States: {
      Both: {
        Type: 'Parallel',
        Branches: [
          {
            StartAt: 'Each',
            States: {
              Each: {
                Type: 'Map',
                Items: '{% [1..8] %}',
                MaxConcurrency: 2,
                ItemProcessor: {
                  StartAt: 'Call',
                  States: {
                    Call: callTo('f', '{% $states.input %}', {
                      Output: '{% $states.result.Payload * 10 %}',
                      End: true,
                    }),
                  },
                },
                End: true,
              },
            },
          },
          { StartAt: 'Quick', States: { Quick: { Type: 'Pass', Output: 'quick', End: true } } },
        ],
        End: true,
      },
    },
  });
  const { executionArn } = await first.startExecution({ stateMachineArn });
  await expect.poll(() => calls.length).toBe(6);
  await first.close();
  const before = calls.splice(0);
  const second = open(answerUpTo(Infinity));
  await second.idle();
  expect(await standing(second, executionArn)).toEqual({
    status: 'SUCCEEDED',
    output: [[10, 20, 30, 40, 50, 60, 70, 80], 'quick'],
  });
  expect(before).toEqual([1, 2, 3, 4, 5, 6]);
  expect(calls.toSorted()).toEqual([5, 6, 7, 8]);
  const events = await eventsOf(second, executionArn);
  expect(events.filter((event) => event.startsWith('MapIterationSucceeded'))).toHaveLength(8);
  await second.close();
});

test('a second engine on the same folder is refused', async () => {
  const { open } = household();
  const first = open();
  expect(() => open()).toThrow(/cannot be opened: .*locked.*no other engine uses it/);
  await first.close();
});

/** What another version of the engine might have left behind. */
const change = (sql: string): void => {
  const db = new DatabaseSync(join(folder, 'states.sqlite'));
  db.exec(sql);
  db.close();
};

test('an execution whose definition is refused by now ends; the others and the engine go on', async () => {
  const { clock, open } = household();
  const wait = { StartAt: 'W', States: { W: { Type: 'Wait', Seconds: 60, End: true } } };
  const first = open();
  const old = await define(first, wait, 'old');
  const other = await define(first, wait, 'other');
  const lost = await first.startExecution({ stateMachineArn: old });
  const kept = await first.startExecution({ stateMachineArn: other });
  await first.close();
  change("UPDATE definition SET text = '{}' WHERE machine_arn LIKE '%:old'");
  const faults: unknown[] = [];
  const second = testEngine({ place: { folder }, clock, onFault: (fault) => faults.push(fault) }).engine;
  await clock.advance(60_000);
  expect(await standing(second, kept.executionArn)).toMatchObject({ status: 'SUCCEEDED' });
  expect(await standing(second, lost.executionArn)).toMatchObject({
    status: 'FAILED',
    error: 'States.Runtime',
    cause: expect.stringContaining('was accepted before and is refused now') as string,
  });
  expect(await eventsOf(second, lost.executionArn)).toEqual([
    'ExecutionStarted',
    'WaitStateEntered W',
    'ExecutionFailed',
  ]);
  expect(faults).toHaveLength(1);
  await expect(second.startExecution({ stateMachineArn: old })).rejects.toThrow('is refused now');
  expect((await second.listExecutions({ stateMachineArn: old })).executions).toHaveLength(1);
  await second.close();
});

test('a folder of a newer engine is refused', async () => {
  const { open } = household();
  await open().close();
  change('PRAGMA user_version = 999');
  expect(() => open()).toThrow(/written by a newer engine \(version 999/);
});

test.each(['/proc/nowhere', '/dev/null', '/dev/null/inside'])('the folder %s cannot be used', (place) => {
  expect(() => testEngine({ place: { folder: place } })).toThrow(`The data folder ${place} cannot be opened`);
});
