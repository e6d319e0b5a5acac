import { isDeepStrictEqual } from 'node:util';
import type { Department, Difference } from '../../../contracts/registers/difference.ts';
import type { Instant } from '../../../contracts/scalars.ts';
import { theSystem } from '../../audit/events.ts';
import type { Desk } from '../../desk.ts';
import { closeWrites } from '../../differences/close-writes.ts';
import { readSeen, type SeenDifference } from '../../differences/read-seen.ts';
import { differencePartition, type Key } from '../../keys.ts';
import { queryWork } from '../../query-work.ts';
import type { Item } from '../../read-application.ts';
import { transact, WriteRefusedError } from '../../transact.ts';
import { differenceItem } from '../difference-item.ts';
import type { Register } from '../register-names.ts';
import { openTheirs } from './open-differences.ts';

/** A county that an import had rows about, in one register and for one department. */
export type Touched = {
  readonly register: Register;
  readonly division: string;
  readonly department: Department;
};

type Imported = {
  readonly touched: readonly Touched[];
  /** Whether the file had a row about this record. */
  readonly isAbout: (key: Key) => boolean;
};

type Order = { readonly at: Instant; readonly by: string };

const partitionsOf = (touched: readonly Touched[]): string[] => [
  ...new Set(touched.map(({ department, division }) => differencePartition(department, division))),
];

async function* openIn(desk: Desk, partition: string): AsyncGenerator<Difference[]> {
  let start: Item | undefined;
  do {
    const page = await queryWork(desk.table, { partition, limit: 100, start });
    yield page.items.map((item) => differenceItem.parse(item));
    start = page.next;
  } while (start);
}

const isSettled = (desk: Desk, { difference, now }: SeenDifference): boolean =>
  now !== undefined && isDeepStrictEqual(now.value, openTheirs(desk, difference));

const settle = async ({ table }: Desk, { difference }: SeenDifference, { at, by }: Order): Promise<void> => {
  const event = {
    type: 'DIFFERENCE_SETTLED' as const,
    at,
    by: theSystem,
    details: { importedBy: by, register: difference.register, field: difference.field },
  };
  // Refused: somebody decided it at this very moment, so there is nothing left to settle.
  await transact(
    table,
    closeWrites(difference, { state: 'SETTLED', closed: { by, at } }, event).writes,
  ).catch((error: unknown) => {
    if (!(error instanceof WriteRefusedError)) throw error;
  });
};

/** Closes what a file of the owner itself has settled: the register says now what the difference asked for. */
export const settleDifferences = async (
  desk: Desk,
  { touched, isAbout }: Imported,
  order: Order,
): Promise<void> => {
  const registers = new Set<string>(touched.map(({ register }) => register));
  for (const partition of partitionsOf(touched))
    for await (const page of openIn(desk, partition)) {
      const seen = await readSeen(
        desk,
        page.filter(({ register, recordKey }) => registers.has(register) && isAbout(recordKey)),
      );
      for (const each of seen) if (isSettled(desk, each)) await settle(desk, each, order);
    }
};
