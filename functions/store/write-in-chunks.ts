import type { Table } from './table-client.ts';
import { maxWrites, transact, type Write } from './transact.ts';

/**
 * Groups of writes, each group whole in one transaction, as many groups to a transaction as fit. For long rosters:
 * every group must be harmless to repeat, for a crash may come between two transactions.
 */
export const writeInChunks = async (table: Table, groups: readonly (readonly Write[])[]): Promise<void> => {
  let chunk: Write[] = [];
  for (const group of groups) {
    if (chunk.length + group.length > maxWrites) {
      await transact(table, chunk);
      chunk = [];
    }
    chunk.push(...group);
  }
  if (chunk.length > 0) await transact(table, chunk);
};
