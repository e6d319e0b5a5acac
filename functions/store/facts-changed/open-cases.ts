import type { Instant } from '../../contracts/scalars.ts';
import { watchedChanges } from '../../rules/watched-facts/watched-changes.ts';
import type { Item } from '../registers/batch-get.ts';
import { workerItem } from '../registers/worker-item.ts';
import type { Table } from '../table-client.ts';
import { applicationsOf } from './applications-of.ts';
import { openCase, type ChangedSubject } from './open-case.ts';

type Pair = { readonly stored: Item; readonly now: Item };

const changedIn = ({ stored, now }: Pair): ChangedSubject[] => {
  const [before, after] = [workerItem.safeParse(stored), workerItem.safeParse(now)];
  if (!before.success || !after.success) return [];
  const { record, revision } = before.data;
  const changes = watchedChanges(record, after.data.record);
  return changes.length === 0 ? [] : [{ subject: record.subject, revision, changes }];
};

/**
 * Opens a case for each application that rests on a watched fact an import is about to change. Before the records are
 * written: cut short between the two, the import is repeated and still sees the change.
 */
export const openCases = async (table: Table, pairs: readonly Pair[], at: Instant): Promise<number> => {
  const changed = pairs.flatMap(changedIn);
  const found = await applicationsOf(
    table,
    changed.map(({ subject }) => subject),
  );
  let opened = 0;
  for (const one of changed)
    for (const id of found.get(one.subject) ?? []) if (await openCase(table, id, one, at)) opened += 1;
  return opened;
};
