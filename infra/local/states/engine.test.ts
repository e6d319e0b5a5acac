import { afterEach, describe, expect, test } from 'vitest';
import { virtualClock } from '../clock.ts';
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
  throwError,
  type Functions,
  type Machine,
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

const runToEnd = async (machine: Machine, input: unknown = {}, functions: Functions = {}) => {
  const { engine } = open(functions);
  return standing(engine, await begin(engine, machine, input));
};

const pass = (rest: object) => ({ Type: 'Pass', ...rest });

describe('data', () => {
  test('variables set in one state are read in later ones, never in the same', async () => {
    const result = await runToEnd({
      StartAt: 'One',
      States: {
        One: pass({ Assign: { n: 1 }, Next: 'Two' }),
        Two: pass({ Assign: { n: '{% $n + 1 %}', before: '{% $n %}' }, Output: '{% $n %}', Next: 'Three' }),
        Three: pass({
          Output: { n: '{% $n %}', before: '{% $before %}', input: '{% $states.input %}' },
          End: true,
        }),
      },
    });
    expect(result).toEqual({ status: 'SUCCEEDED', output: { n: 2, before: 1, input: 1 } });
  });

  test('branches and items see the variables around them, and keep their own to themselves', async () => {
    const inner = {
      StartAt: 'Set',
      States: {
        Set: pass({ Assign: { own: '{% $states.input %}' }, Next: 'Show' }),
        Show: pass({ Output: '{% $outer & $string($own) %}', End: true }),
      },
    };
    const result = await runToEnd({
      StartAt: 'Begin',
      States: {
        Begin: pass({ Assign: { outer: 'o' }, Next: 'Both' }),
        Both: {
          Type: 'Parallel',
          Branches: [
            {
              StartAt: 'Each',
              States: { Each: { Type: 'Map', Items: [1, 2, 3], ItemProcessor: inner, End: true } },
            },
            { StartAt: 'Look', States: { Look: pass({ Output: '{% $outer %}', End: true }) } },
          ],
          Next: 'After',
        },
        After: pass({ Output: { result: '{% $states.input %}', leaked: '{% $exists($own) %}' }, End: true }),
      },
    });
    expect(result).toEqual({
      status: 'SUCCEEDED',
      output: { result: [['o1', 'o2', 'o3'], 'o'], leaked: false },
    });
  });

  test('a nested Map sees its own item in the context', async () => {
    const result = await runToEnd(
      {
        StartAt: 'Rows',
        States: {
          Rows: {
            Type: 'Map',
            Items: '{% $states.input %}',
            ItemProcessor: {
              StartAt: 'Cells',
              States: {
                Cells: {
                  Type: 'Map',
                  Items: '{% $states.input %}',
                  ItemSelector: {
                    at: '{% $states.context.Map.Item.Index %}',
                    is: '{% $states.context.Map.Item.Value %}',
                  },
                  ItemProcessor: {
                    StartAt: 'Cell',
                    States: {
                      Cell: pass({ Output: '{% $states.input.at & $states.input.is %}', End: true }),
                    },
                  },
                  End: true,
                },
              },
            },
            End: true,
          },
        },
      },
      [['a', 'b'], ['c']],
    );
    expect(result).toEqual({ status: 'SUCCEEDED', output: [['0a', '1b'], ['0c']] });
  });

  test('an output over 256 KiB fails the state', async () => {
    const result = await runToEnd({
      StartAt: 'Grow',
      States: {
        Grow: pass({ Output: "{% $join($map([1..30000], function($v) { '1234567890' })) %}", End: true }),
      },
    });
    expect(result).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' });
  });

  test.each([
    [
      '{% $states.input.missing %}',
      'Output',
      "'$states.input.missing' specified for the field 'Output' returned nothing (undefined).",
    ],
    [
      { a: ['{% 1 + "x" %}'] },
      'Output/a[0]',
      `'1 + "x"' specified for the field 'Output/a[0]' threw an error during evaluation. T2002: The right side of the "+" operator must evaluate to a number`,
    ],
    [
      '{% $eval("1") %}',
      'Output',
      `'$eval("1")' specified for the field 'Output' threw an error during evaluation. T1006: Attempted to invoke a non-function`,
    ],
    [
      '{% ($f := function($n) { 1 + $f($n + 1) }; $f(1)) %}',
      'Output',
      'threw an error during evaluation: Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive',
    ],
  ])('an expression that fails says where and why: %j', async (Output, location, wording) => {
    const { engine } = open();
    const arn = await begin(engine, { StartAt: 'E', States: { E: pass({ Output, End: true }) } });
    const { events } = await engine.getExecutionHistory({ executionArn: arn });
    expect(events.find(({ type }) => type === 'EvaluationFailed')).toMatchObject({
      evaluationFailedEventDetails: { state: 'E', location, error: 'States.QueryEvaluationError' },
    });
    const { cause } = await standing(engine, arn);
    expect(cause).toContain(
      "An error occurred while executing the state 'E' (entered at the event id #2). The JSONata expression ",
    );
    expect(cause).toContain(wording);
  });
});

describe('choice', () => {
  const choice = (rest: object): Machine => ({
    StartAt: 'Which',
    States: {
      Which: { Type: 'Choice', Choices: [{ Condition: '{% $states.input.go %}', Next: 'End' }], ...rest },
      End: { Type: 'Succeed' },
    },
  });

  test('without a matching rule and a Default the execution fails', async () => {
    const result = await runToEnd(choice({}), { go: false });
    expect(result).toEqual({
      status: 'FAILED',
      error: 'States.Runtime',
      cause:
        "An error occurred while executing the state 'Which' (entered at the event id #2). Failed to transition out of the state. The state does not point to a next state.",
    });
  });

  test('a condition that is no boolean fails', async () => {
    const result = await runToEnd(choice({ Default: 'End' }), { go: 'yes' });
    expect(result).toMatchObject({ error: 'States.QueryEvaluationError' });
    expect(result.cause).toContain(
      "'Choices[0]/Condition' returned an unexpected result type. Expected 'boolean', but was 'string' for value: \"yes\"",
    );
  });
});

describe('retry', () => {
  const attempts = async (retrier: object, failures: number) => {
    const times: number[] = [];
    const clock = virtualClock(startOfTime);
    const flaky = () => {
      times.push((clock.now() - startOfTime) / 1000);
      return times.length <= failures ? throwError('Flaky') : succeed('ok');
    };
    const { engine } = testEngine({ functions: { flaky }, clock });
    engines.push(engine);
    const arn = await begin(engine, {
      StartAt: 'Call',
      States: {
        Call: callTo(
          'flaky',
          {},
          {
            Retry: [{ ErrorEquals: ['Flaky'], ...retrier }],
            Output: '{% $states.context.State.RetryCount %}',
            End: true,
          },
        ),
      },
    });
    await clock.advance(3600_000);
    return { times, ...(await standing(engine, arn)) };
  };

  test('waits 1, 2 and 4 seconds unless told otherwise, three times', async () => {
    expect(await attempts({}, 3)).toEqual({ times: [0, 1, 3, 7], status: 'SUCCEEDED', output: 3 });
    expect(await attempts({}, 4)).toMatchObject({ times: [0, 1, 3, 7], status: 'FAILED', error: 'Flaky' });
  });

  test('follows IntervalSeconds, BackoffRate, MaxDelaySeconds and MaxAttempts', async () => {
    const { times } = await attempts(
      { IntervalSeconds: 10, BackoffRate: 3, MaxDelaySeconds: 60, MaxAttempts: 4 },
      9,
    );
    expect(times).toEqual([0, 10, 40, 100, 160]);
    expect((await attempts({ MaxAttempts: 0 }, 9)).times).toEqual([0]);
  });

  test('with full jitter never waits longer than without', async () => {
    const { times } = await attempts(
      { IntervalSeconds: 100, BackoffRate: 1, JitterStrategy: 'FULL', MaxAttempts: 5 },
      9,
    );
    expect(times).toHaveLength(6);
    const waits = times.slice(1).map((time, at) => time - times[at]!);
    expect(Math.max(...waits)).toBeLessThanOrEqual(100);
    expect(new Set(waits).size).toBeGreaterThan(1);
  });

  test('each retrier counts for itself, then Catch is asked', async () => {
    const errors = ['A', 'B', 'A', 'B', 'C'];
    let calls = 0;
    const { engine, clock } = open({ f: () => throwError(errors[calls++] ?? 'none') });
    const arn = await begin(engine, {
      StartAt: 'Call',
      States: {
        Call: callTo(
          'f',
          {},
          {
            Retry: [
              { ErrorEquals: ['A'], MaxAttempts: 2 },
              { ErrorEquals: ['B'], MaxAttempts: 2 },
            ],
            Catch: [
              {
                ErrorEquals: ['C'],
                Assign: { caught: '{% $states.errorOutput.Error %}' },
                Output: '{% $states.input %}',
                Next: 'Caught',
              },
            ],
            End: true,
          },
        ),
        Caught: pass({ Output: '{% $caught %}', End: true }),
      },
    });
    await clock.advance(60_000);
    expect(await standing(engine, arn)).toEqual({ status: 'SUCCEEDED', output: 'C' });
    expect(calls).toBe(5);
  });
});

describe('errors', () => {
  const guarded = (
    catchers: readonly { ErrorEquals: readonly string[]; Next: string }[],
    functions: Functions,
  ) => {
    const targets = new Map(
      catchers.map(({ Next }) => [Next, pass({ Output: [Next, '{% $states.input %}'], End: true })]),
    );
    const Call = callTo('f', {}, { TimeoutSeconds: 5, Catch: catchers, End: true });
    return runToEnd({ StartAt: 'Call', States: { Call, ...Object.fromEntries(targets) } }, {}, functions);
  };

  test('States.TaskFailed stands for every error of a function', async () => {
    const result = await guarded([{ ErrorEquals: ['States.TaskFailed'], Next: 'Caught' }], {
      f: () => throwError('Broken', 'it broke'),
    });
    expect(result).toEqual({
      status: 'SUCCEEDED',
      output: ['Caught', { Error: 'Broken', Cause: '{"errorType":"Broken","errorMessage":"it broke"}' }],
    });
  });

  test('the first catcher that matches wins', async () => {
    const result = await guarded(
      [
        { ErrorEquals: ['Else'], Next: 'Caught' },
        { ErrorEquals: ['States.ALL'], Next: 'Other' },
      ],
      { f: () => throwError('Broken') },
    );
    expect(result.output).toMatchObject(['Other', { Error: 'Broken' }]);
  });

  test('an error without a type is Lambda.Unknown, a missing function Lambda.ResourceNotFoundException', async () => {
    const silent = await guarded([], {
      f: () => ({ outcome: 'functionError', payload: { errorMessage: 'Task timed out after 3.00 seconds' } }),
    });
    expect(silent).toMatchObject({ error: 'Lambda.Unknown' });
    expect(silent.cause).toContain('Returned payload: {"errorMessage":"Task timed out after 3.00 seconds"}');
    expect(await guarded([], {})).toMatchObject({
      error: 'Lambda.ResourceNotFoundException',
      cause: 'Function not found: f (Service: Lambda, Status Code: 404)',
    });
  });

  test('a client that throws counts as an SDK failure', async () => {
    const result = await guarded([], { f: () => Promise.reject(new Error('connect ECONNREFUSED')) });
    expect(result).toMatchObject({ error: 'Lambda.SdkClientException' });
  });

  test('a failed branch ends the others, and the Parallel catches it', async () => {
    const { engine } = open({ fails: () => throwError('Broken'), waits: () => succeed({}) });
    const arn = await begin(engine, {
      StartAt: 'Both',
      States: {
        Both: {
          Type: 'Parallel',
          Branches: [
            { StartAt: 'Ask', States: { Ask: askFor('waits', { End: true }) } },
            { StartAt: 'Sleep', States: { Sleep: { Type: 'Wait', Seconds: 60, End: true } } },
            { StartAt: 'Break', States: { Break: callTo('fails', {}, { End: true }) } },
          ],
          Catch: [{ ErrorEquals: ['Broken'], Output: '{% $states.errorOutput.Error %}', Next: 'Caught' }],
          End: true,
        },
        Caught: pass({ End: true }),
      },
    });
    expect(await standing(engine, arn)).toEqual({ status: 'SUCCEEDED', output: 'Broken' });
    const events = await eventsOf(engine, arn);
    expect(events.slice(events.indexOf('TaskFailed'))).toEqual([
      'TaskFailed', 'TaskStateAborted', 'TaskStateAborted', 'WaitStateAborted', 'ParallelStateFailed',
      'ParallelStateExited Both', 'PassStateEntered Caught', 'PassStateExited Caught', 'ExecutionSucceeded',
    ]); // prettier-ignore
  });

  test('a Map starts again from its first item when it is retried', async () => {
    const seen: unknown[] = [];
    const f = (payload: unknown) => {
      seen.push(payload);
      return seen.length === 2 ? throwError('Broken') : succeed(payload);
    };
    const { engine, clock } = open({ f });
    const arn = await begin(engine, {
      StartAt: 'Each',
      States: {
        Each: {
          Type: 'Map',
          Items: [1, 2, 3],
          MaxConcurrency: 1,
          ItemProcessor: {
            StartAt: 'Call',
            States: {
              Call: callTo('f', '{% $states.input %}', { Output: '{% $states.result.Payload %}', End: true }),
            },
          },
          Retry: [{ ErrorEquals: ['Broken'] }],
          End: true,
        },
      },
    });
    await clock.advance(1000);
    expect(seen).toEqual([1, 2, 1, 2, 3]);
    expect(await standing(engine, arn)).toEqual({ status: 'SUCCEEDED', output: [1, 2, 3] });
  });

  test('a Choice that goes round for ever ends at 25,000 events', async () => {
    const { engine } = open();
    const arn = await begin(
      engine,
      {
        StartAt: 'Round',
        States: {
          Round: {
            Type: 'Choice',
            Choices: [{ Condition: '{% $states.input.stop %}', Next: 'End' }],
            Default: 'Round',
          },
          End: { Type: 'Succeed' },
        },
      },
      { stop: false },
    );
    expect(await standing(engine, arn)).toEqual({
      status: 'FAILED',
      error: 'States.Runtime',
      cause: 'The execution reached the maximum number of history events (25000).',
    });
    const { events } = await engine.getExecutionHistory({
      executionArn: arn,
      reverseOrder: true,
      maxResults: 2,
    });
    expect(events.map(({ id, type }) => [id, type])).toEqual([
      [25_000, 'ExecutionFailed'],
      [24_999, 'ChoiceStateExited'],
    ]);
  });
});

describe('a Map', () => {
  test('runs no more items at a time than it may', async () => {
    let running = 0;
    let most = 0;
    const f = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      return succeed(null);
    };
    const { engine } = open({ f });
    const arn = await begin(
      engine,
      {
        StartAt: 'Each',
        States: {
          Each: {
            Type: 'Map',
            Items: '{% [1..100] %}',
            MaxConcurrency: '{% $states.input.limit %}',
            ItemProcessor: { StartAt: 'Call', States: { Call: callTo('f', {}, { End: true }) } },
            Output: '{% $count($states.result) %}',
            End: true,
          },
        },
      },
      { limit: 7 },
    );
    expect(await standing(engine, arn)).toEqual({ status: 'SUCCEEDED', output: 100 });
    expect(most).toBe(7);
  });
});

describe('names and definitions', () => {
  const waiting: Machine = {
    StartAt: 'Wait',
    States: { Wait: { Type: 'Wait', Seconds: 60, Next: 'Say' }, Say: pass({ Output: 'first', End: true }) },
  };

  test('the same start again is answered as the first; another input, or a finished execution, is refused', async () => {
    const { engine, clock } = open();
    const stateMachineArn = await define(engine, waiting);
    const first = await engine.startExecution({ stateMachineArn, name: 'a', input: '{"x":1}' });
    expect(await engine.startExecution({ stateMachineArn, name: 'a', input: '{ "x": 1 }' })).toEqual(first);
    await expect(engine.startExecution({ stateMachineArn, name: 'a', input: '{}' })).rejects.toThrow(
      'Execution Already Exists',
    );
    await clock.advance(60_000);
    await expect(engine.startExecution({ stateMachineArn, name: 'a', input: '{"x":1}' })).rejects.toThrow(
      'Execution Already Exists',
    );
    expect((await engine.listExecutions({ stateMachineArn })).executions).toHaveLength(1);
  });

  test('an execution keeps the definition it began with', async () => {
    const { engine, clock } = open();
    const stateMachineArn = await define(engine, waiting);
    const { executionArn } = await engine.startExecution({ stateMachineArn });
    const changed = {
      QueryLanguage: 'JSONata',
      StartAt: 'Say',
      States: { Say: pass({ Output: 'second', End: true }) },
    };
    await engine.updateStateMachine({ stateMachineArn, definition: JSON.stringify(changed) });
    const later = await engine.startExecution({ stateMachineArn });
    await clock.advance(60_000);
    expect(await standing(engine, executionArn)).toMatchObject({ output: 'first' });
    expect(await standing(engine, later.executionArn)).toMatchObject({ output: 'second' });
  });

  test('deleting a machine ends its executions and forgets them', async () => {
    const { engine, clock } = open();
    const stateMachineArn = await define(engine, waiting);
    const { executionArn } = await engine.startExecution({ stateMachineArn });
    await engine.deleteStateMachine({ stateMachineArn });
    await expect(engine.describeExecution({ executionArn })).rejects.toThrow('Execution Does Not Exist');
    await clock.advance(120_000);
    await define(engine, waiting);
    expect((await engine.listExecutions({ stateMachineArn })).executions).toEqual([]);
  });
});
