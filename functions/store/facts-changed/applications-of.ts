import { applicationId, type ApplicationId } from '../../contracts/application.ts';
import { keysInYear } from '../../rules/line-definition.ts';
import { usersIn, type MarkUsers } from '../check/shared-marks.ts';
import { entitlementRow } from '../entitlements.ts';
import { entitlementKey, sharedMarkKey, type Key } from '../keys.ts';
import { batchGet, type Item } from '../registers/batch-get.ts';
import type { Table } from '../table-client.ts';

/** The first year the notice pays for. */
const firstYear = 2020;

/** Every entitlement a person can hold, from the first year to the one of the change. */
const keysOf = (subject: string, lastYear: number): Key[] => {
  const years = Array.from(
    { length: Math.max(1, lastYear - firstYear + 1) },
    (_, index) => firstYear + index,
  );
  const all = years.flatMap((year) => keysInYear(String(year)));
  return all.map(({ instrument, period }) => entitlementKey(instrument, subject, period));
};

/** Whose it is, and the paid application that the holder supplements. */
const holderIn = (item: Item | undefined): ApplicationId[] => {
  if (item === undefined) return [];
  const { applicationId: holder, adjusts } = entitlementRow.parse(item);
  return [holder, adjusts ?? holder];
};

const markedIn = (users: MarkUsers, subject: string): ApplicationId[] =>
  [...(users.get(sharedMarkKey('SUBJECT', subject).pk) ?? [])].map((entry) =>
    applicationId.parse(entry.split(' ')[1]),
  );

/**
 * Every application that holds an entitlement of one of these people, and every other that was ever checked with them
 * in it, by their pseudonym.
 */
export const applicationsOf = async (
  table: Table,
  subjects: readonly string[],
  lastYear: number,
): Promise<ReadonlyMap<string, readonly ApplicationId[]>> => {
  const keys = subjects.flatMap((subject) => [
    sharedMarkKey('SUBJECT', subject),
    ...keysOf(subject, lastYear),
  ]);
  const items = await batchGet(table, keys);
  const byPk = new Map(items.map((item) => [String(item['pk']), item]));
  const users = usersIn(items);
  return new Map(
    subjects.map((subject) => {
      const held = keysOf(subject, lastYear).flatMap(({ pk }) => holderIn(byPk.get(pk)));
      return [subject, [...new Set([...markedIn(users, subject), ...held])]];
    }),
  );
};
