import type { PassState, SucceedState } from '../definition/program.ts';
import { evaluateResults, exitState } from '../run/move.ts';
import { scopeOf } from '../run/scope.ts';
import type { Run } from '../run/run.ts';
import type { Frame } from '../journal/frames.ts';

export const runPass = async (run: Run, frame: Frame, state: PassState | SucceedState): Promise<void> =>
  exitState(run, frame, state.next, await evaluateResults(state, scopeOf(run, frame), frame.input));
