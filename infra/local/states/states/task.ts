import type { TaskState } from '../definition/program.ts';
import { StateFailure } from '../errors.ts';
import { Doc, isOverLimit } from '../json.ts';
import type { Frame } from '../journal/frames.ts';
import type { InvokeResult } from '../options.ts';
import { numberField } from '../run/fields.ts';
import { evaluateResults, exitState, tooLarge } from '../run/move.ts';
import { scopeOf } from '../run/scope.ts';
import type { Run } from '../run/run.ts';
import { requestOf, resultOf } from './lambda.ts';
import { noteFailed, noteScheduled, noteSubmitted, noteSucceeded, type Limits } from './task-events.ts';
import { newToken } from './token.ts';

const longestSeconds = 99_999_999;

const waitsForToken = ({ resource }: TaskState): boolean =>
  resource.kind === 'invoke' && resource.waitForTaskToken;

const setDue = (frame: Frame): void => {
  const due = Math.min(frame.timeoutAt ?? Infinity, frame.heartbeatAt ?? Infinity);
  if (due === Infinity) delete frame.due;
  else frame.due = due;
};

/** Heartbeats are expected only where someone holds a token to send them with. */
const setLimits = (run: Run, frame: Frame, state: TaskState, limits: Limits): void => {
  const { timeoutInSeconds, heartbeatInSeconds } = limits;
  if (timeoutInSeconds !== undefined) frame.timeoutAt = run.now() + timeoutInSeconds * 1000;
  if (heartbeatInSeconds !== undefined && waitsForToken(state)) {
    frame.heartbeatMs = heartbeatInSeconds * 1000;
    frame.heartbeatAt = run.now() + frame.heartbeatMs;
  }
  setDue(frame);
};

export const runTask = async (run: Run, frame: Frame, state: TaskState): Promise<void> => {
  if (waitsForToken(state)) frame.token = newToken({ executionId: run.record.id, frameId: frame.id });
  const scope = scopeOf(run, frame);
  const args = state.arguments ? await state.arguments.evaluate(scope, 'Arguments') : frame.input.value;
  const bounds = { min: 1, max: longestSeconds };
  const timeout = await numberField(state.timeoutSeconds, scope, 'TimeoutSeconds', bounds);
  const heartbeat = await numberField(state.heartbeatSeconds, scope, 'HeartbeatSeconds', bounds);
  const input = Doc.of(args);
  if (isOverLimit(input.text)) throw tooLarge(state.name);
  const request = requestOf(state, args);
  const limits: Limits = {
    ...(timeout === undefined ? {} : { timeoutInSeconds: timeout }),
    ...(heartbeat === undefined ? {} : { heartbeatInSeconds: heartbeat }),
  };
  noteScheduled(run, frame, state, input.text, limits);
  setLimits(run, frame, state, limits);
  frame.attempt += 1;
  run.to(frame, 'invoke');
  run.calls.push({ frameId: frame.id, attempt: frame.attempt, stateName: state.name, ...request });
};

/** After a restart: the same invocation again, from the arguments that were noted when it was scheduled. */
export const callAgain = (run: Run, frame: Frame, state: TaskState, args: unknown): void => {
  run.calls.push({
    frameId: frame.id,
    attempt: frame.attempt,
    stateName: state.name,
    ...requestOf(state, args),
  });
};

const fail = (run: Run, frame: Frame, state: TaskState, failure: StateFailure): never => {
  noteFailed(run, frame, state, failure);
  throw failure;
};

const succeed = async (run: Run, frame: Frame, state: TaskState, result: Doc): Promise<void> => {
  noteSucceeded(run, frame, state, result.text);
  const outcome = await evaluateResults(state, scopeOf(run, frame, { result: result.value }), result);
  exitState(run, frame, state.next, outcome);
};

const readResult = (run: Run, frame: Frame, state: TaskState, answer: InvokeResult): Doc => {
  try {
    return resultOf(state, answer);
  } catch (error) {
    if (error instanceof StateFailure) return fail(run, frame, state, error);
    throw error;
  }
};

/** The invocation has been answered. A token task goes on waiting; any other is done. */
export const onAnswer = async (
  run: Run,
  frame: Frame,
  state: TaskState,
  answer: InvokeResult,
): Promise<void> => {
  const result = readResult(run, frame, state, answer);
  if (!waitsForToken(state)) return succeed(run, frame, state, result);
  noteSubmitted(run, frame, state, result.text);
  run.to(frame, 'token');
};

export const onTokenSuccess = (run: Run, frame: Frame, state: TaskState, output: Doc): Promise<void> =>
  succeed(run, frame, state, output);

export const onTokenFailure = (
  run: Run,
  frame: Frame,
  state: TaskState,
  { error, cause }: { error: string | undefined; cause: string | undefined },
): never => fail(run, frame, state, new StateFailure(error, cause));

export const onHeartbeat = (run: Run, frame: Frame): void => {
  if (frame.heartbeatMs === undefined) return;
  frame.heartbeatAt = run.now() + frame.heartbeatMs;
  setDue(frame);
  run.touch(frame);
};

/** AWS reports a missed heartbeat as States.Timeout too; ErrorEquals may name it by its own name. */
export const onTimeout = (run: Run, frame: Frame, state: TaskState): never => {
  const isHeartbeat = (frame.heartbeatAt ?? Infinity) < (frame.timeoutAt ?? Infinity);
  const alias = isHeartbeat ? { alias: 'States.HeartbeatTimeout' } : {};
  return fail(run, frame, state, new StateFailure('States.Timeout', undefined, alias));
};
