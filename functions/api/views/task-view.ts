import type { Actor } from '../../contracts/actor.ts';
import type { TaskView } from '../../contracts/api/tasks.ts';
import type { TaskRow } from '../../contracts/queue.ts';
import type { Instant } from '../../contracts/scalars.ts';
import { dayOf } from '../../platform/time.ts';
import type { TaskAndHead } from '../../store/tasks/read-task.ts';
import { summaryOf } from './application-view.ts';

const dayMs = 24 * 3600 * 1000;

const claimOf = (
  { claimedBy, claimedByName, claimedAt }: TaskRow,
  actor: Actor,
): Pick<TaskView, 'claimedBy'> =>
  claimedBy === undefined || claimedByName === undefined || claimedAt === undefined
    ? {}
    : { claimedBy: { name: claimedByName, since: claimedAt, you: claimedBy === actor.id } };

/** Whole calendar days between two instants, in Asia/Shanghai. */
export const daysSince = (from: Instant, to: Instant): number =>
  Math.max(0, (Date.parse(dayOf(to)) - Date.parse(dayOf(from))) / dayMs);

/** A task in a list, as of `at`. */
export const taskViewOf = ({ task, head }: TaskAndHead, actor: Actor, at: Instant): TaskView => ({
  taskId: task.taskId,
  kind: task.kind,
  division: task.division,
  status: task.status,
  openedAt: task.openedAt,
  ageDays: daysSince(task.openedAt, at),
  dueOn: task.dueOn,
  overdue: task.status === 'OPEN' && task.dueOn < dayOf(at),
  ...claimOf(task, actor),
  application: summaryOf(head),
});
