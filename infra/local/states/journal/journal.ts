import { createGroupCommit, openDatabase, type Place } from './database.ts';
import { createEventStore } from './events.ts';
import { createExecutionStore } from './executions.ts';
import { createFrameStore } from './frames.ts';
import { createMachineStore } from './machines.ts';

/** Everything the engine remembers, in one SQLite file. */
export const openJournal = (place: Place) => {
  const db = openDatabase(place);
  const commit = createGroupCommit(db);
  return {
    machines: createMachineStore(db, commit),
    executions: createExecutionStore(db, commit),
    frames: createFrameStore(db, commit),
    events: createEventStore(db, commit),
    afterCommit: commit.afterCommit,
    /** Resolves once everything written so far is safe. */
    durable: () => new Promise<void>((resolve) => commit.afterCommit(resolve)),
    isClean: () => !commit.isOpen(),
    close: () => {
      commit.flush();
      db.close();
    },
  };
};
export type Journal = ReturnType<typeof openJournal>;
