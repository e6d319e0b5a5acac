import type { ParallelState } from '../definition/program.ts';
import { Doc } from '../json.ts';
import { evaluateResults, exitState } from '../run/move.ts';
import { scopeOf } from '../run/scope.ts';
import type { Run } from '../run/run.ts';
import type { Frame } from '../journal/frames.ts';

export const runParallel = async (run: Run, frame: Frame, state: ParallelState): Promise<void> => {
  const input =
    state.arguments === undefined
      ? frame.input
      : Doc.of(await state.arguments.evaluate(scopeOf(run, frame), 'Arguments'));
  const lastEvent = run.noteOn(frame, 'ParallelStateStarted');
  const total = state.branches.length;
  frame.children = { total, started: total, done: 0, limit: total };
  run.to(frame, 'children');
  for (const [index, list] of state.branches.entries())
    run.addFrame({ parent: frame.id, list, index, input, lastEvent });
};

/** The outputs of the branches or items, in order; their frames are no longer needed. */
export const gatherOutputs = (run: Run, frame: Frame): Doc => {
  const children = run.childrenOf(frame);
  for (const child of children) run.removeFrame(child);
  return Doc.fromText(`[${children.map(({ output }) => output?.text ?? 'null').join(',')}]`);
};

export const joinParallel = async (run: Run, frame: Frame, state: ParallelState): Promise<void> => {
  const result = gatherOutputs(run, frame);
  run.note(frame.lastEvent, 'ParallelStateSucceeded');
  const scope = scopeOf(run, frame, { result: result.value });
  exitState(run, frame, state.next, await evaluateResults(state, scope, result));
};
