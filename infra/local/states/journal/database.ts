import { DatabaseSync } from 'node:sqlite';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { messageOf } from '../errors.ts';

/** The tables. A frame is a line of control: the machine itself, a branch, or one item of a Map. */
const schema = `
CREATE TABLE IF NOT EXISTS machine (
  arn TEXT PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT NULL, created INTEGER NOT NULL,
  definition_id INTEGER NOT NULL, tags TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS definition (
  id INTEGER PRIMARY KEY, machine_arn TEXT NOT NULL, text TEXT NOT NULL, role_arn TEXT NOT NULL,
  revision TEXT, updated INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS execution (
  id INTEGER PRIMARY KEY, arn TEXT NOT NULL UNIQUE, name TEXT NOT NULL, machine_arn TEXT NOT NULL,
  definition_id INTEGER NOT NULL, status TEXT NOT NULL, input TEXT NOT NULL, output TEXT, error TEXT, cause TEXT,
  started INTEGER NOT NULL, stopped INTEGER
) STRICT;
CREATE INDEX IF NOT EXISTS execution_of_machine ON execution (machine_arn, started);
CREATE TABLE IF NOT EXISTS frame (
  id INTEGER PRIMARY KEY, due INTEGER, control TEXT NOT NULL, input TEXT NOT NULL, variables TEXT NOT NULL,
  items TEXT, output TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS frame_due ON frame (due) WHERE due IS NOT NULL;
CREATE TABLE IF NOT EXISTS events (id INTEGER PRIMARY KEY, last INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
`;

/** Counts up whenever the tables change. */
const version = 1;

const checkVersion = (db: DatabaseSync): void => {
  const found = db.prepare('PRAGMA user_version').get()?.['user_version'];
  if (typeof found === 'number' && found > version)
    throw new Error(`it was written by a newer engine (version ${found}, this one knows ${version})`);
};

/** Frames and event batches are numbered inside their execution, so that one execution's rows lie together. */
export const framesPerExecution = 2 ** 20;
export const eventsPerExecution = 2 ** 15;

export type Place = { readonly memory: true } | { readonly folder: string };

/** Node's own recursive mkdir never returns where the system says ENOENT to the last part, as under /proc. */
const makeFolder = (folder: string): void => {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
};

const openFile = (folder: string): DatabaseSync => {
  try {
    makeFolder(resolve(folder));
    const db = new DatabaseSync(join(folder, 'states.sqlite'));
    // One engine per folder: the lock is taken once and kept. FULL: an acknowledged write survives a power cut.
    db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    db.exec('BEGIN IMMEDIATE; COMMIT;');
    checkVersion(db);
    return db;
  } catch (error) {
    throw new Error(
      `The data folder ${folder} cannot be opened: ${messageOf(error)}. Check that it is writable and that no other engine uses it.`,
      { cause: error },
    );
  }
};

export const openDatabase = (place: Place): DatabaseSync => {
  const db = 'memory' in place ? new DatabaseSync(':memory:') : openFile(place.folder);
  db.exec(`${schema}PRAGMA user_version = ${version};`);
  return db;
};

/**
 * All writes of one turn of the event loop share a transaction: one flush to disk for many executions. What must
 * only happen once a write is safe is handed to `afterCommit`.
 */
export const createGroupCommit = (db: DatabaseSync) => {
  const begin = db.prepare('BEGIN');
  const commit = db.prepare('COMMIT');
  let waiting: (() => void)[] = [];
  let isOpen = false;
  let failure: Error | undefined;

  const flush = () => {
    if (!isOpen) return;
    isOpen = false;
    const callbacks = waiting;
    waiting = [];
    try {
      commit.run();
    } catch (error) {
      // What is in memory and what is on disk now differ; only a restart from disk is safe.
      failure = new Error(`The journal could not be written: ${messageOf(error)}`, { cause: error });
      throw failure;
    }
    for (const callback of callbacks) callback();
  };
  const touch = () => {
    if (failure) throw failure;
    if (isOpen) return;
    begin.run();
    isOpen = true;
    setImmediate(flush);
  };
  return {
    /** Call before any write. */
    touch,
    flush,
    afterCommit: (callback: () => void) => {
      if (isOpen) waiting.push(callback);
      else callback();
    },
    isOpen: () => isOpen,
  };
};
export type GroupCommit = ReturnType<typeof createGroupCommit>;
