import type { Journal } from '../journal/journal.ts';
import { nextLook } from './due.ts';
import type { Call, Run } from './run.ts';

/** Writes down what a turn changed; answers the invocations that may start once that is safe. */
export const saveRun = (journal: Journal, run: Run, noteDue: (due: number) => void): readonly Call[] => {
  const { id } = run.record;
  journal.events.append(id, run.events);
  run.events = [];
  if (run.ending) {
    journal.frames.removeAll(id);
    journal.executions.end(id, run.ending, run.now());
    return [];
  }
  for (const frameId of run.removed) journal.frames.remove(id, frameId);
  run.removed.clear();
  for (const frame of run.frames.values()) {
    if (frame.dirty === 'no') continue;
    const due = nextLook(run, frame);
    journal.frames.write(id, frame, due);
    if (due !== undefined) noteDue(due);
  }
  const { calls } = run;
  run.calls = [];
  return calls;
};
