import type { Instrument } from '../../contracts/instruments.ts';
import type { WorkerRecord } from '../../contracts/registers/worker.ts';
import { personMonths, type PersonMonth } from '../../rules/grid/person-months.ts';
import { monthsOfYear } from '../../rules/grid/stretch.ts';
import { keysInYear } from '../../rules/line-definition.ts';
import { entitlementRow, type EntitlementRow } from '../entitlements.ts';
import { entitlementKey, workerKey, type Key } from '../keys.ts';
import { readItems, type Item } from '../read-application.ts';
import { workerItem } from '../registers/worker-item.ts';
import type { Table } from '../table-client.ts';

export type Granted = EntitlementRow & { readonly instrument: Instrument };

export type PersonYear = {
  /** Undefined where no register knows the worker. */
  readonly worker: WorkerRecord | undefined;
  readonly months: readonly PersonMonth<Granted>[];
};

const keysOf = (subject: string, year: string): Key[] =>
  keysInYear(year).map(({ instrument, period }) => entitlementKey(instrument, subject, period));

/** In the order of the year's keys, for one subject or several. */
const grantedIn = (rows: readonly (Item | undefined)[], year: string): Granted[] => {
  const keys = keysInYear(year);
  return rows.flatMap((row, index) => {
    const instrument = keys[index % keys.length]?.instrument;
    return row === undefined || instrument === undefined
      ? []
      : [{ ...entitlementRow.parse(row), instrument }];
  });
};

/** What was granted under other records of the same person; a round trip more, for the few who have some. */
const grantedElsewhere = async (table: Table, worker: WorkerRecord, year: string): Promise<Granted[]> => {
  const { mergedFrom = [], mergedInto = [] } = worker;
  const others = [mergedFrom, mergedInto].flat();
  if (others.length === 0) return [];
  const rows = await readItems(
    table,
    others.flatMap((subject) => keysOf(subject, year)),
  );
  return grantedIn(rows, year);
};

/** A person's months of one year over all instruments: the register's record and every entitlement, in one read. */
export const readPersonMonths = async (table: Table, subject: string, year: string): Promise<PersonYear> => {
  const [person, ...rows] = await readItems(table, [workerKey(subject), ...keysOf(subject, year)]);
  const worker = person && workerItem.parse(person).record;
  const elsewhere = worker ? await grantedElsewhere(table, worker, year) : [];
  const granted = [...grantedIn(rows, year), ...elsewhere];
  return { worker, months: personMonths(monthsOfYear(year), granted, worker) };
};
