import type { ApplicationId } from '../../contracts/application.ts';
import type { Instant } from '../../contracts/scalars.ts';
import type { Desk } from '../desk.ts';
import { applicationsOf } from './applications-of.ts';
import { changedSubjects, type Pair } from './changed-subjects.ts';
import { openCase, type ChangedSubject } from './open-case.ts';

/** An application about both records of one person has its case as the duplicate's. */
const touchedBy = (
  { subject, duplicate }: ChangedSubject,
  found: ReadonlyMap<string, readonly ApplicationId[]>,
): ApplicationId[] => {
  const told = new Set(duplicate === undefined ? [] : found.get(duplicate));
  return (found.get(subject) ?? []).filter((id) => !told.has(id));
};

/**
 * Opens a case for each application that rests on a watched fact an import is about to change. Before the records are
 * written: cut short between the two, the import is repeated and still sees the change.
 */
export const openCases = async (
  { table, vault }: Desk,
  pairs: readonly Pair[],
  at: Instant,
): Promise<number> => {
  const changed = pairs.flatMap((pair) => changedSubjects(vault, pair));
  const found = await applicationsOf(
    table,
    changed.map(({ subject }) => subject),
    Number.parseInt(at, 10),
  );
  let opened = 0;
  for (const one of changed)
    for (const id of touchedBy(one, found)) if (await openCase(table, id, one, at)) opened += 1;
  return opened;
};
