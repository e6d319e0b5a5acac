import { applicationId, type ApplicationId } from '../../contracts/application.ts';
import { usersIn } from '../check/shared-marks.ts';
import { sharedMarkKey } from '../keys.ts';
import { batchGet } from '../registers/batch-get.ts';
import type { Table } from '../table-client.ts';

/** Every application that was ever checked with one of these people in it, by their pseudonym. */
export const applicationsOf = async (
  table: Table,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, readonly ApplicationId[]>> => {
  const keys = subjects.map((subject) => sharedMarkKey('SUBJECT', subject));
  const users = usersIn(await batchGet(table, keys));
  return new Map(
    subjects.map((subject, index) => {
      const entries = [...(users.get(keys[index]?.pk ?? '') ?? [])];
      return [subject, [...new Set(entries.map((entry) => applicationId.parse(entry.split(' ')[1])))]];
    }),
  );
};
