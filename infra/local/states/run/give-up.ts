import type { ExecutionRecord } from '../journal/executions.ts';
import type { Journal } from '../journal/journal.ts';

/** An execution that can no longer be read (its definition is refused by now) ends, so that all others go on. */
export const giveUp = (journal: Journal, { id }: ExecutionRecord, cause: string, atMs: number): void => {
  const last = journal.events.count(id);
  const reason = { error: 'States.Runtime', cause };
  journal.events.append(id, [
    { id: last + 1, previous: last, atMs, type: 'ExecutionFailed', details: reason },
  ]);
  journal.frames.removeAll(id);
  journal.executions.end(id, { status: 'FAILED', ...reason }, atMs);
};
