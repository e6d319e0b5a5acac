import type { ApplicationHead } from '../../contracts/application.ts';
import type { DivisionSummary } from '../../contracts/api/divisions.ts';
import { payoutRow } from '../../contracts/payout.ts';
import { roleOf, taskKinds, taskRow } from '../../contracts/queue.ts';
import type { KeylessDesk } from '../desk.ts';
import { fundRow, fundYear } from '../funds.ts';
import { fundKey, payoutPartition, queuePartition } from '../keys.ts';
import { queryWork } from '../query-work.ts';
import { readItem, type Item, type Page } from '../read-application.ts';
import { listDivisionApplications } from './list-applications.ts';

/** What waits: its kind, since when, and by when it is due. */
export type Waiting = {
  readonly kind: DivisionSummary['queues'][number]['kind'];
  since: string;
  dueOn: string;
};

export type CountyFigures = {
  readonly heads: readonly ApplicationHead[];
  readonly fund: NonNullable<DivisionSummary['fund']> | undefined;
  readonly waiting: readonly Waiting[];
};

const everyPage = async <T>(read: (start: Item | undefined) => Promise<Page<T>>): Promise<T[]> => {
  const all: T[] = [];
  let start: Item | undefined;
  do {
    const page: Page<T> = await read(start);
    all.push(...page.items);
    start = page.next;
  } while (start !== undefined);
  return all;
};

const tasksOf = async ({ table }: KeylessDesk, division: string): Promise<Waiting[]> => {
  const roles = [...new Set(taskKinds.map((kind) => roleOf[kind]))];
  const queues = await Promise.all(
    roles.map((role) =>
      everyPage((start) =>
        queryWork(table, { partition: queuePartition(role, division), limit: 500, start }),
      ),
    ),
  );
  return queues.flat().map((item) => {
    const { kind, openedAt, dueOn } = taskRow.parse(item);
    return { kind, since: openedAt, dueOn };
  });
};

const payoutsOf = async ({ table }: KeylessDesk, division: string): Promise<Waiting[]> => {
  const partition = payoutPartition(division);
  const items = await everyPage((start) => queryWork(table, { partition, limit: 500, start }));
  return items.map((item) => {
    const { approvedAt, dueOn } = payoutRow.parse(item);
    return { kind: 'PAY', since: approvedAt, dueOn: dueOn ?? '' };
  });
};

const fundOf = async ({ table }: KeylessDesk, division: string): Promise<CountyFigures['fund']> => {
  const item = await readItem(table, fundKey(division, fundYear));
  return item && fundRow.parse(item);
};

/** Everything a county's figures are counted from, drafts left out. Reads each application once: for supervisors, not for queues. */
export const readCountyFigures = async (desk: KeylessDesk, division: string): Promise<CountyFigures> => {
  const [heads, fund, tasks, payouts] = await Promise.all([
    everyPage((start) => listDivisionApplications(desk, { division, limit: 100, start })),
    fundOf(desk, division),
    tasksOf(desk, division),
    payoutsOf(desk, division),
  ]);
  return { heads: heads.filter(({ state }) => state !== 'DRAFT'), fund, waiting: [...tasks, ...payouts] };
};
