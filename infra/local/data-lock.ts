import { DatabaseSync } from 'node:sqlite';
import { HostError } from './host-error.ts';

/** Held for the life of the process: the system lets go of it even after kill -9, so it is never stale. */
export type DataLock = { readonly release: () => void };

/**
 * One desk per data folder.
 * @param holder says who holds it, for the refusal
 * @throws HostError DATA_FOLDER_IN_USE
 */
export const lockDataFolder = (path: string, holder: () => string): DataLock => {
  const lock = new DatabaseSync(path);
  try {
    lock.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    const busy = error instanceof Error && /locked|busy/.test(error.message);
    if (!busy) throw error;
    throw new HostError(
      'DATA_FOLDER_IN_USE',
      `${holder()} Stop it, or start with another folder: DATA_DIR=folder.`,
      { cause: error },
    );
  }
  return { release: () => lock.close() };
};
