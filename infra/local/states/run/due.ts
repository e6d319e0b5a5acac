import type { Frame } from '../journal/frames.ts';
import { onTimeout } from '../states/task.ts';
import type { Run } from './run.ts';
import { attempt } from './turn.ts';

/** What happens when an instant has come that a frame waits for. */

const timeOut = (run: Run): void => {
  // AWS names the error in the history only.
  run.end({ status: 'TIMED_OUT' }, 0, { error: 'States.Timeout' });
};

const wake = async (run: Run, frame: Frame): Promise<void> => {
  if (frame.phase === 'wait' || frame.phase === 'retry') {
    delete frame.due;
    run.to(frame, frame.phase === 'wait' ? 'waited' : 'body');
    return;
  }
  if (frame.phase !== 'invoke' && frame.phase !== 'token') return;
  await attempt(run, frame, (state) => {
    if (state.type === 'Task') onTimeout(run, frame, state);
  });
};

/** Wakes every frame that is due; the whole execution may have run out of time. */
export const onDue = async (run: Run): Promise<void> => {
  const now = run.now();
  if (run.deadline !== undefined && run.deadline <= now) {
    timeOut(run);
    return;
  }
  const due = [...run.frames.values()].filter((frame) => frame.due !== undefined && frame.due <= now);
  for (const frame of due) if (run.frames.has(frame.id) && !run.ending) await wake(run, frame);
};

/** When a frame must be looked at next; the machine's own deadline is kept with its first frame. */
export const nextLook = (run: Run, frame: Frame): number | undefined => {
  const deadline = frame.parent === undefined ? run.deadline : undefined;
  if (deadline === undefined) return frame.due;
  return Math.min(deadline, frame.due ?? Infinity);
};
