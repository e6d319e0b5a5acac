import { theSystem } from '../audit/events.ts';
import type { HeadAndLines } from '../read-head-and-lines.ts';
import type { Table } from '../table-client.ts';
import type { Write } from '../transact.ts';
import { appendEntries } from './append-entries.ts';
import { paidEntries } from './paid-entries.ts';

/** What fits beside the head and the event in one transaction. */
const roomAlongside = 90;

/**
 * What was paid, as entries of the ledger: to be written with the change that files the application, or for a long
 * roster written here, ahead of it.
 */
export const bookPaid = async (table: Table, { head, lines }: HeadAndLines, at: string): Promise<Write[]> => {
  if (head.payoutNo === 0) return [];
  const entries = paidEntries(head, lines, { at, by: theSystem.id }).flat();
  if (entries.length <= roomAlongside) return entries;
  await appendEntries(table, head, entries);
  return [];
};
