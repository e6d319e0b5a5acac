import type { ApplicationHead, ApplicationId } from '../contracts/application.ts';
import type { StoredLine } from '../contracts/stored-line.ts';
import { PermanentError } from '../platform/errors.ts';
import { readLines, readWithLines, type Item } from './read-application.ts';
import type { Table } from './table-client.ts';

export type HeadAndLines = { readonly head: ApplicationHead; readonly lines: readonly StoredLine[] };

/**
 * An application with all its lines; one round trip unless the roster is long.
 * @throws PermanentError when there is no such application
 */
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
