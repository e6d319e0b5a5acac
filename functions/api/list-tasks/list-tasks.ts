import type { Actor, Role } from '../../contracts/actor.ts';
import { queueRoles, type listTasksOperation, type TaskView } from '../../contracts/api/tasks.ts';
import { roleOf } from '../../contracts/queue.ts';
import { createPager } from '../../platform/cursor.ts';
import type { ReadRun } from '../../platform/route.ts';
import type { Vault } from '../../platform/vault.ts';
import type { Item, Page } from '../../store/read-application.ts';
import type { TaskAndHead } from '../../store/tasks/read-task.ts';
import { taskViewOf } from '../views/task-view.ts';

type QueuePage = {
  readonly role: Role;
  readonly division: string;
  readonly limit: number;
  readonly start: Item | undefined;
};

export type Deps = {
  readonly listTasks: (page: QueuePage) => Promise<Page<TaskAndHead>>;
  readonly vault: Vault;
};

type Query = (typeof listTasksOperation)['query']['_output'];

/** The queues to look through: those of the person's roles, or the one that holds the kind asked for. */
const queuesOf = ({ roles }: Actor, { kind }: Query): Role[] =>
  queueRoles.filter((role) => roles.includes(role) && (kind === undefined || roleOf[kind] === role));

const wanted = ({ kind, claimedBy, overdue }: TaskView, query: Query): boolean => {
  if (query.kind !== undefined && kind !== query.kind) return false;
  switch (query.status) {
    case 'UNCLAIMED':
      return claimedBy === undefined;
    case 'MINE':
      return claimedBy?.you === true;
    case 'OVERDUE':
      return overdue;
    case 'ANY':
      return true;
  }
};

/** Where a list over several queues stands: which queue, and where in it. */
const splitStart = (queues: readonly Role[], start: Item | undefined) => {
  if (start === undefined) return { index: 0, rest: undefined };
  const { queue, ...rest } = start;
  const index = queues.findIndex((role) => role === queue);
  return { index: Math.max(0, index), rest: Object.keys(rest).length > 0 ? rest : undefined };
};

/** A person of several roles sees one queue after the other; a page never mixes two. */
export const listTasks =
  (deps: Deps): ReadRun<typeof listTasksOperation> =>
  async ({ actor, at, query }) => {
    const queues = queuesOf(actor, query);
    const pager = createPager(
      deps.vault,
      'listTasks',
      actor.id,
      actor.division,
      query.kind ?? '',
      query.status,
    );
    const { index, rest } = splitStart(queues, pager.start(query.cursor));
    const role = queues[index];
    if (role === undefined) return { items: [] };
    const page = await deps.listTasks({ role, division: actor.division, limit: query.limit, start: rest });
    const after = queues[index + 1];
    const onward = page.next ? { ...page.next, queue: role } : after && { queue: after };
    return {
      items: page.items.map((task) => taskViewOf(task, actor, at)).filter((task) => wanted(task, query)),
      ...pager.next(onward),
    };
  };
