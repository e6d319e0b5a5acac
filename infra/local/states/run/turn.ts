import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ChoiceState, FailState, PassState, State, SucceedState } from '../definition/program.ts';
import { StateFailure } from '../errors.ts';
import { isRunnable, type Frame } from '../journal/frames.ts';
import { runChoice } from '../states/choice.ts';
import { runFail } from '../states/fail.ts';
import { joinMap, runMap, startItems } from '../states/map.ts';
import { joinParallel, runParallel } from '../states/parallel.ts';
import { runPass } from '../states/pass.ts';
import { runTask } from '../states/task.ts';
import { finishWait, runWait } from '../states/wait.ts';
import { handleFailure } from './failure.ts';
import { enterState } from './move.ts';
import type { Run } from './run.ts';

/** States that do one thing and are left. */
const runShort = (run: Run, frame: Frame, state: PassState | SucceedState | ChoiceState | FailState) => {
  if (state.type === 'Choice') return runChoice(run, frame, state);
  return state.type === 'Fail' ? runFail(run, frame, state) : runPass(run, frame, state);
};

const runBody = (run: Run, frame: Frame, state: State): Promise<void> => {
  switch (state.type) {
    case 'Task':
      return runTask(run, frame, state);
    case 'Wait':
      return runWait(run, frame, state);
    case 'Parallel':
      return runParallel(run, frame, state);
    case 'Map':
      return runMap(run, frame, state);
    default:
      return runShort(run, frame, state);
  }
};

const join = async (run: Run, frame: Frame, state: State): Promise<void> => {
  if (state.type === 'Map') await joinMap(run, frame, state);
  if (state.type === 'Parallel') await joinParallel(run, frame, state);
};

const advance = async (run: Run, frame: Frame, state: State): Promise<void> => {
  if (frame.phase === 'enter') enterState(run, frame, state);
  else if (frame.phase === 'body') await runBody(run, frame, state);
  else if (frame.phase === 'joined') await join(run, frame, state);
  else if (state.type === 'Wait') await finishWait(run, frame, state);
};

/** Does something in the name of a frame's state; a failure of the state takes its course. */
export const attempt = async (
  run: Run,
  frame: Frame,
  act: (state: State) => Promise<void> | void,
): Promise<void> => {
  const state = run.stateOf(frame);
  try {
    await act(state);
  } catch (error) {
    if (!(error instanceof StateFailure)) throw error;
    await handleFailure(run, frame, state, error);
  }
  await makeRoom(run, frame);
};

/** A finished item makes room for the next one of its Map. */
const makeRoom = async (run: Run, frame: Frame): Promise<void> => {
  const parent = frame.phase === 'done' ? run.parentOf(frame) : undefined;
  if (parent?.phase !== 'children') return;
  await attempt(run, parent, async (state) => {
    if (state.type === 'Map') await startItems(run, parent, state);
  });
};

/** So many steps may share a turn; then others get theirs, and what was done is written down. */
const stepsPerTurn = 500;

/** Runs a frame until it waits for something. `pause` is called now and then, when nothing is half done. */
const runFrame = async (run: Run, frame: Frame, pause: () => Promise<void>): Promise<void> => {
  while (isRunnable(frame.phase) && run.isGoing(frame)) {
    await attempt(run, frame, (state) => advance(run, frame, state));
    await pause();
  }
};

/** Runs every frame as far as it goes. `save` writes down what was done so far. */
export const runAll = async (run: Run, save: () => void): Promise<void> => {
  let steps = 0;
  const pause = async () => {
    steps += 1;
    if (steps % stepsPerTurn !== 0) return;
    save();
    await nextTurn();
  };
  for (let frame = run.nextReady(); frame; frame = run.nextReady()) await runFrame(run, frame, pause);
};
