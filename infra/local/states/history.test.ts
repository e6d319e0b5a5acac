import { expect, test } from 'vitest';
import { begin, callTo, testEngine, type Machine } from './testing.ts';

/** Which event follows which, as recorded and measured on AWS: `type(id<previous)`. */

const chainOf = async (machine: Machine, input: unknown = {}): Promise<string> => {
  const { engine, clock } = testEngine();
  const executionArn = await begin(engine, machine, input);
  await clock.advance(60_000);
  const { events } = await engine.getExecutionHistory({ executionArn });
  return events.map(({ type, id, previousEventId }) => `${type}(${id}<${previousEventId})`).join(' ');
};

const list = (name: string, state: object) => ({ StartAt: name, States: { [name]: state } });
const end = { Type: 'Pass', End: true };
const boom = list('Boom', { Type: 'Fail', Error: 'MyError' });
const undefinedOutput = list('Undef', { ...end, Output: '{% $states.input.missing %}' });
const deadEnd = {
  StartAt: 'C',
  States: { C: { Type: 'Choice', Choices: [{ Condition: false, Next: 'D' }] }, D: end },
};
const catchAll = [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }];

const parallel = (branch: object, rest: object = {}): Machine => ({
  StartAt: 'P',
  States: { P: { Type: 'Parallel', Branches: [branch], ...rest, Next: 'Caught' }, Caught: end },
});
const map = (processor: object, rest: object = {}): Machine =>
  list('M', { Type: 'Map', MaxConcurrency: 1, ItemProcessor: processor, ...rest, End: true });

const started = 'ExecutionStarted(1<0) ParallelStateEntered(2<0) ParallelStateStarted(3<2)';
const mapStarted = 'ExecutionStarted(1<0) MapStateEntered(2<0) MapStateStarted(3<2) MapIterationStarted(4<3)';

test.each([
  [
    'a failure in a branch fails the Parallel',
    parallel(boom),
    `${started} FailStateEntered(4<3) ParallelStateFailed(5<4) ExecutionFailed(6<5)`,
  ],
  [
    'a retried Parallel goes on from the failure',
    parallel(boom, { Retry: [{ ErrorEquals: ['MyError'], MaxAttempts: 1 }] }),
    `${started} FailStateEntered(4<3) ParallelStateStarted(5<4) FailStateEntered(6<5) ParallelStateFailed(7<6) ExecutionFailed(8<7)`,
  ],
  [
    'a Task that failed in a branch is noted as aborted, and passed by',
    parallel(list('T', callTo('nobody', {}, { End: true })), { Catch: catchAll }),
    `${started} TaskStateEntered(4<3) TaskScheduled(5<4) TaskStarted(6<5) TaskFailed(7<6) TaskStateAborted(8<7) ParallelStateFailed(9<7) ParallelStateExited(10<9) PassStateEntered(11<10) PassStateExited(12<11) ExecutionSucceeded(13<12)`,
  ],
  [
    'States.Runtime in a branch ends the execution, past Catch and without an event of the Parallel',
    parallel(deadEnd, { Catch: catchAll }),
    `${started} ChoiceStateEntered(4<3) ExecutionFailed(5<4)`,
  ],
  [
    'States.Runtime is caught where it is named',
    parallel(deadEnd, { Catch: [{ ErrorEquals: ['States.Runtime'], Next: 'Caught' }] }),
    `${started} ChoiceStateEntered(4<3) ParallelStateFailed(5<4) ParallelStateExited(6<5) PassStateEntered(7<6) PassStateExited(8<7) ExecutionSucceeded(9<8)`,
  ],
  [
    'a catcher whose own Output fails fails the Parallel a second time',
    parallel(boom, {
      Catch: [{ ErrorEquals: ['States.ALL'], Output: '{% $states.input.missing %}', Next: 'Caught' }],
    }),
    `${started} FailStateEntered(4<3) ParallelStateFailed(5<4) EvaluationFailed(6<4) ParallelStateFailed(7<6) ExecutionFailed(8<7)`,
  ],
])('%s', async (_, machine, expected) => {
  expect(await chainOf(machine)).toBe(expected);
});

test.each([
  [
    'a Map of nothing',
    map(end, { ItemProcessor: list('I', end), Items: [] }),
    'ExecutionStarted(1<0) MapStateEntered(2<0) MapStateStarted(3<2) MapStateSucceeded(4<3) MapStateExited(5<3) ExecutionSucceeded(6<5)',
  ],
  [
    'an item that fails passes its own event by',
    map(undefinedOutput),
    `${mapStarted} PassStateEntered(5<4) EvaluationFailed(6<4) MapIterationFailed(7<6) MapStateFailed(8<6) ExecutionFailed(9<8)`,
  ],
  [
    'States.Runtime in an item leaves no event of the Map',
    map(deadEnd),
    `${mapStarted} ChoiceStateEntered(5<4) ExecutionFailed(6<5)`,
  ],
])('%s', async (_, machine, expected) => {
  expect(await chainOf(machine, [1, 2])).toBe(expected);
});
