import type { Catcher, State } from '../definition/program.ts';
import type { Retrier } from '../definition/schema.ts';
import { StateFailure } from '../errors.ts';
import { Doc } from '../json.ts';
import type { Frame } from '../journal/frames.ts';
import { evaluateResults, exitState } from './move.ts';
import type { Run } from './run.ts';
import { scopeOf } from './scope.ts';

/** What happens when a state fails: Retry, then Catch, then the same for the state around it. */

/** Names that States.ALL does not stand for. https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html */
const beyondAll = 'States.Runtime';

const matchesName = (name: string, failure: StateFailure): boolean => {
  if (name === failure.error || name === failure.alias) return true;
  if (failure.error === beyondAll) return false;
  return name === 'States.ALL' || (name === 'States.TaskFailed' && failure.error !== 'States.Timeout');
};

const matches = (names: readonly string[], failure: StateFailure): boolean =>
  names.some((name) => matchesName(name, failure));

/** Milliseconds until the next attempt; `used` attempts were made under this retrier before. */
const retryDelayMs = (retrier: Retrier, used: number): number => {
  const {
    IntervalSeconds = 1,
    BackoffRate = 2,
    MaxDelaySeconds = Infinity,
    JitterStrategy = 'NONE',
  } = retrier;
  const seconds = Math.min(IntervalSeconds * BackoffRate ** used, MaxDelaySeconds);
  return Math.round(seconds * 1000 * (JitterStrategy === 'FULL' ? Math.random() : 1));
};

const forgetAttempt = (run: Run, frame: Frame): void => {
  for (const child of run.childrenOf(frame)) abandon(run, child);
  delete frame.children;
  delete frame.token;
  delete frame.timeoutAt;
  delete frame.heartbeatAt;
  delete frame.heartbeatMs;
  frame.items = undefined;
};

/** Removes a frame and all inside it; what they wait for finds nobody. */
const abandon = (run: Run, frame: Frame): void => {
  for (const child of run.childrenOf(frame)) abandon(run, child);
  run.removeFrame(frame);
};

/** Only the first retrier that matches is asked; when it is used up the failure goes on to Catch. */
const retried = (run: Run, frame: Frame, state: State, failure: StateFailure): boolean => {
  const at = state.retry.findIndex(({ ErrorEquals }) => matches(ErrorEquals, failure));
  const retrier = state.retry[at];
  if (!retrier) return false;
  const used = frame.retries[at] ?? 0;
  if (used >= (retrier.MaxAttempts ?? 3)) return false;
  for (let other = frame.retries.length; other < at; other += 1) frame.retries[other] = 0;
  frame.retries[at] = used + 1;
  forgetAttempt(run, frame);
  frame.due = run.now() + retryDelayMs(retrier, used);
  run.touch(frame, 'all');
  run.to(frame, 'retry');
  return true;
};

const isRegion = (state: State): boolean => state.type === 'Map' || state.type === 'Parallel';

const caught = async (run: Run, frame: Frame, state: State, failure: StateFailure): Promise<boolean> => {
  const at = state.catch.findIndex(({ errorEquals }) => matches(errorEquals, failure));
  const catcher: Catcher | undefined = state.catch[at];
  if (!catcher) return false;
  forgetAttempt(run, frame);
  const errorOutput = { Error: failure.error ?? '', Cause: failure.detail ?? '' };
  const outcome = await evaluateResults(
    catcher,
    scopeOf(run, frame, { errorOutput }),
    Doc.of(errorOutput),
    `Catch[${at}]/`,
  );
  exitState(run, frame, catcher.next, outcome);
  return true;
};

/** An evaluation is reported in an event of its own, and its cause names the state. */
const reported = (run: Run, frame: Frame, state: State, failure: StateFailure): StateFailure => {
  const { evaluation } = failure;
  if (!evaluation) return failure;
  const cause = `An error occurred while executing the state '${state.name}' (entered at the event id #${frame.enteredId}). ${failure.detail ?? ''}`;
  if (frame.lastEvent === frame.enteredId && !evaluation.afterEntered) frame.lastEvent = frame.beforeEntered;
  run.noteOn(frame, 'EvaluationFailed', {
    error: failure.error,
    cause,
    ...(evaluation.location === undefined ? {} : { location: evaluation.location }),
    state: state.name,
  });
  return new StateFailure(failure.error, cause);
};

const canBeAborted = new Set<State['type']>(['Task', 'Wait', 'Map', 'Parallel']);

/** Whether a Map or Parallel around a frame names the failure in its Retry or Catch. */
const isAwaited = (run: Run, frame: Frame, failure: StateFailure): boolean => {
  const parent = run.parentOf(frame);
  if (!parent) return false;
  const { retry, catch: catchers } = run.stateOf(parent);
  return (
    retry.some(({ ErrorEquals }) => matches(ErrorEquals, failure)) ||
    catchers.some(({ errorEquals }) => matches(errorEquals, failure)) ||
    isAwaited(run, parent, failure)
  );
};

/** What was going on in another branch or item ends as aborted. */
const noteAborted = (run: Run, frame: Frame): void => {
  if (frame.phase === 'done') return;
  for (const child of run.childrenOf(frame)) noteAborted(run, child);
  const { type } = run.stateOf(frame);
  if (frame.phase !== 'enter' && canBeAborted.has(type)) run.note(frame.lastEvent, `${type}StateAborted`);
  const parent = run.parentOf(frame);
  if (frame.isItem === true && parent)
    run.note(frame.lastEvent, 'MapIterationAborted', { name: parent.state, index: frame.index });
};

/** An item that failed has an event that says so; a branch has none, and AWS notes its Task as aborted instead. */
const noteFailure = (run: Run, parent: Frame, failed: Frame): void => {
  if (failed.isItem === true)
    run.note(failed.lastEvent, 'MapIterationFailed', { name: parent.state, index: failed.index });
  else if (run.stateOf(failed).type === 'Task') run.note(failed.lastEvent, 'TaskStateAborted');
};

const leaveRegion = (run: Run, parent: Frame, failed: Frame): void => {
  parent.lastEvent = failed.lastEvent;
  noteFailure(run, parent, failed);
  for (const sibling of run.childrenOf(parent)) if (sibling !== failed) noteAborted(run, sibling);
};

const detailsOf = ({ error, detail }: StateFailure) => ({
  ...(error === undefined ? {} : { error }),
  ...(detail === undefined ? {} : { cause: detail }),
});

const failFrame = async (run: Run, frame: Frame, failure: StateFailure): Promise<void> => {
  const parent = run.parentOf(frame);
  // A States.Runtime that nobody named ends the execution at once: what is around it leaves no event of its own.
  if (!parent || (failure.error === beyondAll && !isAwaited(run, frame, failure))) {
    const { error, detail: cause } = failure;
    run.end({ status: 'FAILED', error, cause }, frame.lastEvent, detailsOf(failure));
    return;
  }
  leaveRegion(run, parent, frame);
  await handleFailure(run, parent, run.stateOf(parent), failure);
};

const noteRegionFailed = (run: Run, frame: Frame, state: State): void => {
  if (isRegion(state)) run.noteOn(frame, `${state.type}StateFailed`);
};

/** Tries the catchers; what is left is the failure that nobody caught, or the one of the catcher itself. */
const uncaught = async (
  run: Run,
  frame: Frame,
  state: State,
  failure: StateFailure,
): Promise<StateFailure | undefined> => {
  const before = frame.lastEvent;
  noteRegionFailed(run, frame, state);
  try {
    return (await caught(run, frame, state, failure)) ? undefined : failure;
  } catch (error) {
    if (!(error instanceof StateFailure)) throw error;
    frame.lastEvent = before;
    const own = reported(run, frame, state, error);
    noteRegionFailed(run, frame, state);
    return own;
  }
};

/** Deals with the failure of a frame's state, up to the end of the execution if nobody catches it. */
export const handleFailure = async (
  run: Run,
  frame: Frame,
  state: State,
  thrown: StateFailure,
): Promise<void> => {
  const failure = reported(run, frame, state, thrown);
  if (retried(run, frame, state, failure)) return;
  const left = await uncaught(run, frame, state, failure);
  if (left) await failFrame(run, frame, left);
};
