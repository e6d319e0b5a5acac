import type * as z from 'zod';
import {
  claimTaskOperation,
  decideTaskOperation,
  listTasksOperation,
  type TaskView,
} from '../../../functions/contracts/api/tasks.ts';
import type { taskKinds, TaskKind } from '../../../functions/contracts/queue.ts';
import { allPages } from '../api-client.ts';
import { together, type Crew } from './crew.ts';

type Task = z.output<(typeof listTasksOperation)['response']>['items'][number];
type QueueKind = (typeof taskKinds)[number];
export type Verdict = Omit<z.input<(typeof decideTaskOperation)['body']>, 'version'>;

/** How old a task was, in days, when somebody decided it. */
export type Age = { readonly kind: TaskKind; readonly days: number };

/** All open tasks of one kind in a user's queue. */
export const openTasks = (crew: Crew, user: string, kind: QueueKind): Promise<Task[]> =>
  allPages((cursor) =>
    crew.as(user, listTasksOperation, {
      query: { kind, limit: '100', status: 'UNCLAIMED', ...(cursor !== undefined && { cursor }) },
    }),
  );

/** Takes tasks out of the queue and decides them. */
export const decideAll = async (
  crew: Crew,
  user: string,
  tasks: readonly Task[],
  judge: (task: TaskView) => Promise<Verdict>,
  decided: (age: Age) => void,
): Promise<void> =>
  together(tasks, 4, async (task) => {
    const params = { taskId: task.taskId };
    const claimed = await crew.as(user, claimTaskOperation, {
      params,
      body: { version: task.application.version },
    });
    const verdict = await judge(task);
    await crew.as(user, decideTaskOperation, { params, body: { version: claimed.version, ...verdict } });
    decided({ kind: task.kind, days: task.ageDays });
  });
