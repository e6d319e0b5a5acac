import type { Role } from '../../contracts/actor.ts';
import { taskRow } from '../../contracts/queue.ts';
import type { KeylessDesk } from '../desk.ts';
import { headKey, queuePartition } from '../keys.ts';
import { queryWork } from '../query-work.ts';
import { parseHead, readItems, type Item, type Page } from '../read-application.ts';
import type { TaskAndHead } from './read-task.ts';

/** One role's open tasks in one county, ordered by due date, each with its application. */
export const listTasks = async (
  { table }: KeylessDesk,
  input: {
    readonly role: Role;
    readonly division: string;
    readonly limit: number;
    readonly start?: Item | undefined;
  },
): Promise<Page<TaskAndHead>> => {
  const page = await queryWork(table, { partition: queuePartition(input.role, input.division), ...input });
  const tasks = page.items.map((item) => taskRow.parse(item));
  if (tasks.length === 0) return { items: [], ...(page.next && { next: page.next }) };
  const heads = await readItems(
    table,
    tasks.map(({ applicationId }) => headKey(applicationId)),
  );
  const items = tasks.flatMap((task, index) => {
    const head = parseHead(heads[index]);
    return head ? [{ task, head }] : [];
  });
  return page.next ? { items, next: page.next } : { items };
};
