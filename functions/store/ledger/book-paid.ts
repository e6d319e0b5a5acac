import type { ApplicationHead, ApplicationId } from '../../contracts/application.ts';
import type { StoredLine } from '../../contracts/stored-line.ts';
import { PermanentError } from '../../platform/errors.ts';
import { theSystem } from '../audit/events.ts';
import { readLines, readWithLines, type Item } from '../read-application.ts';
import type { Table } from '../table-client.ts';
import type { Write } from '../transact.ts';
import { appendEntries } from './append-entries.ts';
import { paidEntries } from './paid-entries.ts';

/** What fits beside the head and the event in one transaction. */
const roomAlongside = 90;

export type HeadAndLines = { readonly head: ApplicationHead; readonly lines: readonly StoredLine[] };

/** An application with all its lines; one round trip unless the roster is long. */
export const readHeadAndLines = async (table: Table, id: ApplicationId): Promise<HeadAndLines> => {
  const { head, lines, rest } = await readWithLines(table, id);
  if (head === undefined) throw new PermanentError(`${id} does not exist`);
  const all: StoredLine[] = lines;
  for (let start: Item | undefined = rest; start;) {
    const page = await readLines(table, id, { start });
    all.push(...page.items);
    start = page.next;
  }
  return { head, lines: all };
};

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
