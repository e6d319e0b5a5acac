import type { Actor } from '../../contracts/actor.ts';
import type { listTaskLinesOperation } from '../../contracts/api/tasks.ts';
import type { ApplicationId } from '../../contracts/application.ts';
import type { TaskId } from '../../contracts/queue.ts';
import type { StoredLine } from '../../contracts/stored-line.ts';
import { createPager } from '../../platform/cursor.ts';
import type { ReadRun } from '../../platform/route.ts';
import type { Vault } from '../../platform/vault.ts';
import type { Item, Page } from '../../store/read-application.ts';
import type { TaskAndHead } from '../../store/tasks/read-task.ts';
import { lineViewOf } from '../views/line-view.ts';

export type Deps = {
  readonly readTask: (id: TaskId, actor: Actor) => Promise<TaskAndHead>;
  readonly readLines: (
    id: ApplicationId,
    page: { readonly limit: number; readonly start: Item | undefined },
  ) => Promise<Page<StoredLine>>;
  readonly vault: Vault;
};

export const listTaskLines =
  ({ readTask, readLines, vault }: Deps): ReadRun<typeof listTaskLinesOperation> =>
  async ({ actor, params: { taskId }, query: { limit, cursor } }) => {
    const pager = createPager(vault, 'listTaskLines', actor.id, taskId);
    const start = pager.start(cursor);
    const { head } = await readTask(taskId, actor);
    const page = await readLines(head.applicationId, { limit, start });
    return { items: page.items.map(lineViewOf), ...pager.next(page.next) };
  };
