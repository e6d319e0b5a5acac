import type { Instrument } from '../../contracts/instruments.ts';
import { unclaimedBy, type Unclaimed } from '../../rules/take-up/unclaimed.ts';
import type { ValueBook } from '../../rules/values/value-book.ts';
import { createCourseShelf, type CourseShelf } from '../registers/course-shelf.ts';
import { registeredWorker, workerFilter, type RegisteredWorker } from '../registers/registered-worker.ts';
import { scanPages } from '../scan-pages.ts';
import type { Table } from '../table-client.ts';
import { readClaimsSoFar, type ClaimsOf } from './claims-so-far.ts';

/** One row of the take-up list. The person is a pseudonym and a masked name; who they are is not read. */
export type TakeUpRow = Unclaimed & {
  readonly subject: string;
  readonly maskedName: string;
  readonly county: string;
  /** As far as the register of workers has it. */
  readonly village?: { readonly code: string; readonly name?: string | undefined };
  /** Where they were resettled, if they were. */
  readonly resettledIn?: string;
};

export type Asked = {
  readonly rulesOn: ValueBook;
  readonly county?: string | undefined;
  readonly instrument?: Instrument | undefined;
  readonly onProgress?: (workers: number) => void;
};

const rowsOf = (
  { record, maskedName }: RegisteredWorker,
  shelf: Pick<CourseShelf, 'course' | 'organisation'>,
  claimsOf: ClaimsOf,
  asked: Asked,
): TakeUpRow[] => {
  const { subject, homeDivision: county, resettlementDivision, mergedInto, homeVillage } = record;
  // The person is listed under the record that stays.
  if (mergedInto !== undefined) return [];
  if (asked.county !== undefined && asked.county !== county) return [];
  const around = { ...shelf, rulesOn: (day: string) => asked.rulesOn(county, day) };
  return unclaimedBy(record, around, (code) => claimsOf(subject, code))
    .filter(({ instrument }) => asked.instrument === undefined || asked.instrument === instrument)
    .map((unclaimed) => ({
      ...unclaimed,
      subject,
      maskedName,
      county,
      ...(homeVillage !== undefined && { village: { code: homeVillage, name: record.homeVillageName } }),
      ...(resettlementDivision !== undefined && { resettledIn: resettlementDivision }),
    }));
};

/**
 * Who is entitled by the registers and has not claimed (应补尽补), a row for each person and claim, as the register is
 * read. Reads the whole table twice, a page at a time: once for the claims, once for the workers.
 */
export const takeUp = async function* (table: Table, asked: Asked): AsyncGenerator<TakeUpRow> {
  const claimsOf = await readClaimsSoFar(table);
  const shelf = createCourseShelf(table);
  let seen = 0;
  const pages = scanPages(table, {
    FilterExpression: workerFilter.where,
    ProjectionExpression: workerFilter.read.join(', '),
    ExpressionAttributeNames: workerFilter.names,
    ExpressionAttributeValues: workerFilter.values,
  });
  for await (const items of pages) {
    const workers = items.map((item) => registeredWorker.parse(item));
    await shelf.fetchFor(workers.map(({ record }) => record));
    for (const worker of workers) yield* rowsOf(worker, shelf, claimsOf, asked);
    seen += items.length;
    asked.onProgress?.(seen);
  }
};
