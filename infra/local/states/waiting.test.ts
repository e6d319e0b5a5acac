import { afterEach, describe, expect, test } from 'vitest';
import type { Engine } from './engine.ts';
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
  type Functions,
} from './testing.ts';

const engines: Engine[] = [];
const open = (functions: Functions = {}) => {
  const made = testEngine({ functions });
  engines.push(made.engine);
  return made;
};
afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.close();
});

const minute = 60_000;
const day = 24 * 60 * minute;

/** A function that keeps the tokens it is given. */
const keeper = () => {
  const tokens: string[] = [];
  const keep = (payload: unknown) => {
    tokens.push((payload as { token: string }).token);
    return succeed({});
  };
  return { tokens, functions: { keep } };
};

describe('time', () => {
  test('days pass in a moment, in order, and each state is entered at its own time', async () => {
    const { engine, clock } = open();
    const arn = await begin(engine, {
      StartAt: 'Notice',
      States: {
        Notice: { Type: 'Wait', Seconds: 7 * 86_400, Next: 'Until' },
        Until: { Type: 'Wait', Timestamp: '2026-03-20T00:00:00+08:00', Next: 'Show' },
        Show: {
          Type: 'Pass',
          Output: '{% [$states.context.State.EnteredTime, $now(), $string($millis())] %}',
          End: true,
        },
      },
    });
    await clock.advance(7 * day - 1);
    expect(await eventsOf(engine, arn)).toEqual(['ExecutionStarted', 'WaitStateEntered Notice']);
    await clock.advance(60 * day);
    const at = Date.parse('2026-03-19T16:00:00Z');
    expect(await standing(engine, arn)).toEqual({
      status: 'SUCCEEDED',
      output: [new Date(at).toISOString(), new Date(at).toISOString(), String(at)],
    });
  });

  test('a wait until the past ends at once', async () => {
    const { engine } = open();
    const arn = await begin(engine, {
      StartAt: 'W',
      States: { W: { Type: 'Wait', Timestamp: '2020-01-01T00:00:00Z', End: true } },
    });
    expect(await standing(engine, arn)).toMatchObject({ status: 'SUCCEEDED' });
  });

  test('a thousand executions wait with one timer between them', async () => {
    const { engine, clock } = open();
    const stateMachineArn = await define(engine, {
      StartAt: 'W',
      States: { W: { Type: 'Wait', Seconds: '{% $states.input %}', End: true } },
    });
    await Promise.all(
      Array.from({ length: 1000 }, (_, at) =>
        engine.startExecution({ stateMachineArn, input: String(at + 1) }),
      ),
    );
    await clock.advance(500_000);
    const { executions } = await engine.listExecutions({
      stateMachineArn,
      statusFilter: 'SUCCEEDED',
      maxResults: 1000,
    });
    expect(executions).toHaveLength(500);
    await clock.advance(500_000);
    expect((await engine.listExecutions({ stateMachineArn, statusFilter: 'RUNNING' })).executions).toEqual(
      [],
    );
  });

  test('a function that hangs is given up after TimeoutSeconds, and what it says later is not heard', async () => {
    const waiting: (() => void)[] = [];
    const hang = () =>
      new Promise<ReturnType<typeof succeed>>((resolve) => waiting.push(() => resolve(succeed('late'))));
    const { engine, clock } = open({ hang });
    const stateMachineArn = await define(engine, {
      StartAt: 'Call',
      States: {
        Call: callTo(
          'hang',
          {},
          { TimeoutSeconds: 30, Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Caught' }], End: true },
        ),
        Caught: { Type: 'Wait', Seconds: 60, End: true },
      },
    });
    const { executionArn } = await engine.startExecution({ stateMachineArn });
    await clock.advance(30_000);
    waiting[0]?.();
    await clock.advance(minute);
    expect(await standing(engine, executionArn)).toEqual({
      status: 'SUCCEEDED',
      output: { Error: 'States.Timeout', Cause: '' },
    });
    expect(await eventsOf(engine, executionArn)).toEqual([
      'ExecutionStarted', 'TaskStateEntered Call', 'TaskScheduled', 'TaskStarted', 'TaskTimedOut', 'TaskStateExited Call',
      'WaitStateEntered Caught', 'WaitStateExited Caught', 'ExecutionSucceeded',
    ]); // prettier-ignore
  });

  test("the machine's own TimeoutSeconds ends everything, also what waits inside a Map", async () => {
    const { tokens, functions } = keeper();
    const { engine, clock } = open(functions);
    const arn = await begin(engine, {
      StartAt: 'Each',
      TimeoutSeconds: 100,
      States: {
        Each: {
          Type: 'Map',
          Items: [1, 2],
          ItemProcessor: { StartAt: 'Ask', States: { Ask: askFor('keep', { End: true }) } },
          End: true,
        },
      },
    });
    await clock.advance(99_000);
    expect(await standing(engine, arn)).toEqual({ status: 'RUNNING' });
    await clock.advance(1000);
    expect(await standing(engine, arn)).toEqual({ status: 'TIMED_OUT' });
    expect((await eventsOf(engine, arn)).at(-1)).toBe('ExecutionTimedOut');
    await expect(engine.sendTaskSuccess({ taskToken: tokens[0]!, output: '{}' })).rejects.toThrow(
      'Task Timed Out',
    );
  });

  test('stopping a Wait ends the execution with the reason given', async () => {
    const { engine, clock } = open();
    const arn = await begin(engine, {
      StartAt: 'W',
      States: { W: { Type: 'Wait', Seconds: 60, End: true } },
    });
    await clock.advance(1000);
    const { stopDate } = await engine.stopExecution({
      executionArn: arn,
      error: 'Withdrawn',
      cause: 'by the applicant',
    });
    expect(stopDate.getTime()).toBe(startOfTime + 1000);
    await clock.advance(day);
    expect(await standing(engine, arn)).toEqual({
      status: 'ABORTED',
      error: 'Withdrawn',
      cause: 'by the applicant',
    });
    expect((await eventsOf(engine, arn)).at(-1)).toBe('ExecutionAborted');
    expect(await engine.stopExecution({ executionArn: arn })).toEqual({ stopDate });
  });
});

describe('task tokens', () => {
  test('a token is good once, for the task that handed it out', async () => {
    const { tokens, functions } = keeper();
    const { engine } = open(functions);
    const arn = await begin(engine, {
      StartAt: 'Ask',
      States: { Ask: askFor('keep', { Output: '{% $states.result.decision %}', End: true }) },
    });
    const [taskToken = ''] = tokens;
    await engine.sendTaskSuccess({ taskToken, output: '{"decision":"yes"}' });
    expect(await standing(engine, arn)).toEqual({ status: 'SUCCEEDED', output: 'yes' });
    await expect(engine.sendTaskSuccess({ taskToken, output: '{}' })).rejects.toMatchObject({
      type: 'TaskTimedOut',
      message: "Task Timed Out: 'Provided task does not exist anymore'",
    });
    await expect(engine.sendTaskFailure({ taskToken: 'nonsense' })).rejects.toMatchObject({
      type: 'InvalidToken',
    });
  });

  test('output that is no JSON is refused and the task waits on', async () => {
    const { tokens, functions } = keeper();
    const { engine } = open(functions);
    const arn = await begin(engine, { StartAt: 'Ask', States: { Ask: askFor('keep', { End: true }) } });
    await expect(engine.sendTaskSuccess({ taskToken: tokens[0]!, output: 'yes' })).rejects.toMatchObject({
      type: 'InvalidOutput',
    });
    expect(await standing(engine, arn)).toEqual({ status: 'RUNNING' });
  });

  test('an answer may come before the function that handed the token out has returned', async () => {
    const early: { send?: (taskToken: string) => Promise<unknown> } = {};
    const quick = async (payload: unknown) => {
      await early.send?.((payload as { token: string }).token);
      return succeed('too late to matter');
    };
    const { engine } = open({ quick });
    early.send = (taskToken) => engine.sendTaskSuccess({ taskToken, output: '"early"' });
    const arn = await begin(engine, { StartAt: 'Ask', States: { Ask: askFor('quick', { End: true }) } });
    expect(await standing(engine, arn)).toEqual({ status: 'SUCCEEDED', output: 'early' });
    expect(await eventsOf(engine, arn)).not.toContain('TaskSubmitted');
  });

  test('a failure sent with the token is retried and caught like any other', async () => {
    const { tokens, functions } = keeper();
    const { engine, clock } = open(functions);
    const arn = await begin(engine, {
      StartAt: 'Ask',
      States: {
        Ask: askFor('keep', {
          Retry: [{ ErrorEquals: ['Busy'], MaxAttempts: 1 }],
          Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }],
          End: true,
        }),
        Caught: { Type: 'Pass', End: true },
      },
    });
    await engine.sendTaskFailure({ taskToken: tokens[0]!, error: 'Busy', cause: 'later' });
    await clock.advance(1000);
    expect(tokens).toHaveLength(2);
    await engine.sendTaskFailure({ taskToken: tokens[1]!, error: 'Busy', cause: 'again' });
    expect(await standing(engine, arn)).toEqual({
      status: 'SUCCEEDED',
      output: { Error: 'Busy', Cause: 'again' },
    });
  });

  test('heartbeats keep a task alive; without one it times out, by either name', async () => {
    const { tokens, functions } = keeper();
    const { engine, clock } = open(functions);
    const arn = await begin(engine, {
      StartAt: 'Ask',
      States: {
        Ask: askFor('keep', {
          TimeoutSeconds: 600,
          HeartbeatSeconds: 60,
          Catch: [{ ErrorEquals: ['States.HeartbeatTimeout'], Next: 'Silent' }],
          End: true,
        }),
        Silent: { Type: 'Pass', Output: '{% $states.input.Error %}', End: true },
      },
    });
    for (let beat = 0; beat < 5; beat += 1) {
      await clock.advance(50_000);
      await engine.sendTaskHeartbeat({ taskToken: tokens[0]! });
    }
    await clock.advance(59_000);
    expect(await standing(engine, arn)).toEqual({ status: 'RUNNING' });
    await clock.advance(1000);
    expect(await standing(engine, arn)).toEqual({ status: 'SUCCEEDED', output: 'States.Timeout' });
  });

  test('heartbeats do not stretch TimeoutSeconds', async () => {
    const { tokens, functions } = keeper();
    const { engine, clock } = open(functions);
    const arn = await begin(engine, {
      StartAt: 'Ask',
      States: { Ask: askFor('keep', { TimeoutSeconds: 100, HeartbeatSeconds: 60, End: true }) },
    });
    await clock.advance(50_000);
    await engine.sendTaskHeartbeat({ taskToken: tokens[0]! });
    await clock.advance(50_000);
    expect(await standing(engine, arn)).toEqual({ status: 'FAILED', error: 'States.Timeout' });
  });
});
