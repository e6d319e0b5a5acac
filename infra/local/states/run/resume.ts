import { tryParse } from '../json.ts';
import type { EventStore } from '../journal/events.ts';
import type { Frame } from '../journal/frames.ts';
import { callAgain } from '../states/task.ts';
import type { Run } from './run.ts';

/** A Task's invocation is noted in two events, scheduled and started, the last of its line. */
const argumentsOf = (run: Run, frame: Frame, events: EventStore): unknown => {
  const scheduled = frame.lastEvent - 1;
  const details = events.range(run.record.id, scheduled, scheduled)[0]?.details;
  const text = details?.['parameters'] ?? details?.['input'];
  return typeof text === 'string' ? tryParse(text)?.value : undefined;
};

/** After a restart: invocations that had not been answered are made again, with the same arguments. */
export const resumeRun = (run: Run, events: EventStore): void => {
  for (const frame of run.frames.values()) {
    const state = run.stateOf(frame);
    if (frame.phase === 'invoke' && state.type === 'Task')
      callAgain(run, frame, state, argumentsOf(run, frame, events));
  }
};
