import type { ApplicationHead } from '../../contracts/application.ts';
import type { Table } from '../table-client.ts';
import { maxWrites, WriteRefusedError, type Write } from '../transact.ts';
import { writeAtVersion } from '../write-at-version.ts';

/** What a transaction holds beside the condition on the application's version. */
const room = maxWrites - 1;

/** An attempt that was cut short wrote whole transactions: all of this one stands there already, or nothing. */
const standsAlready = (error: unknown, chunk: readonly Write[]): boolean =>
  error instanceof WriteRefusedError && error.refusals.length === chunk.length;

/**
 * Adds entries to the ledger ahead of the change they belong to, while nobody has changed the application. What an
 * attempt that was cut short wrote stays as it is: an id names one payout or recovery.
 * @throws ApplicationMovedOnError with the head as it is now
 */
export const appendEntries = async (
  table: Table,
  head: ApplicationHead,
  entries: readonly Write[],
): Promise<void> => {
  for (let from = 0; from < entries.length; from += room) {
    const chunk = entries.slice(from, from + room);
    try {
      await writeAtVersion(table, head, [chunk]);
    } catch (error) {
      if (!standsAlready(error, chunk)) throw error;
    }
  }
};
