import type { Instrument } from '../../contracts/instruments.ts';
import type { WorkerRecord } from '../../contracts/registers/worker.ts';
import { personMonths, type PersonMonth } from '../../rules/grid/person-months.ts';
import { monthsOfYear } from '../../rules/grid/stretch.ts';
import { keysInYear } from '../../rules/line-definition.ts';
import { entitlementRow, type EntitlementRow } from '../entitlements.ts';
import { entitlementKey, workerKey } from '../keys.ts';
import { readItems } from '../read-application.ts';
import { workerItem } from '../registers/worker-item.ts';
import type { Table } from '../table-client.ts';

export type Granted = EntitlementRow & { readonly instrument: Instrument };

export type PersonYear = {
  /** Undefined where no register knows the worker. */
  readonly worker: WorkerRecord | undefined;
  readonly months: readonly PersonMonth<Granted>[];
};

/** A person's months of one year over all instruments: the register's record and every entitlement, in one read. */
export const readPersonMonths = async (table: Table, subject: string, year: string): Promise<PersonYear> => {
  const keys = keysInYear(year);
  const [person, ...rows] = await readItems(table, [
    workerKey(subject),
    ...keys.map(({ instrument, period }) => entitlementKey(instrument, subject, period)),
  ]);
  const granted = keys.flatMap(({ instrument }, index) => {
    const row = rows[index];
    return row === undefined ? [] : [{ ...entitlementRow.parse(row), instrument }];
  });
  const worker = person && workerItem.parse(person).record;
  return { worker, months: personMonths(monthsOfYear(year), granted, worker) };
};
