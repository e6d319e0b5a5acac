import type { WaitState } from '../definition/program.ts';
import type { Scope } from '../expressions/expression.ts';
import { evaluationFailure } from '../expressions/failures.ts';
import { numberField, textField } from '../run/fields.ts';
import { evaluateResults, exitState } from '../run/move.ts';
import { scopeOf } from '../run/scope.ts';
import type { Run } from '../run/run.ts';
import type { Frame } from '../journal/frames.ts';
import { timestampOf } from '../timestamp.ts';

const longestWaitSeconds = 99_999_999;

const dueAt = async (run: Run, state: WaitState, scope: Scope): Promise<number> => {
  const seconds = await numberField(state.seconds, scope, 'Seconds', { min: 0, max: longestWaitSeconds });
  if (seconds !== undefined) return run.now() + seconds * 1000;
  const text = (await textField(state.timestamp, scope, 'Timestamp')) ?? '';
  const due = timestampOf(text);
  if (due === undefined)
    throw evaluationFailure(
      `The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: ${text}`,
      'Timestamp',
      true,
    );
  return due;
};

export const finishWait = async (run: Run, frame: Frame, state: WaitState): Promise<void> =>
  exitState(run, frame, state.next, await evaluateResults(state, scopeOf(run, frame), frame.input));

export const runWait = async (run: Run, frame: Frame, state: WaitState): Promise<void> => {
  const due = await dueAt(run, state, scopeOf(run, frame));
  if (due <= run.now()) return finishWait(run, frame, state);
  frame.due = due;
  run.to(frame, 'wait');
};
