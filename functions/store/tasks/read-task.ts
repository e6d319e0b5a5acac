import type { Actor } from '../../contracts/actor.ts';
import { applicationId, type ApplicationHead, type Version } from '../../contracts/application.ts';
import { taskRow, type TaskId, type TaskRow } from '../../contracts/queue.ts';
import { ProblemError } from '../../platform/errors.ts';
import type { KeylessDesk } from '../desk.ts';
import {
  answerGivenBefore,
  answerInEvent,
  eventAfter,
  requestKey,
  type Idempotency,
  type Receipt,
} from '../idempotency.ts';
import { headKey, payeeKey, rowKey } from '../keys.ts';
import { mustBeAt } from '../own-application.ts';
import { parseHead, parseHeadWithPayee, readItems } from '../read-application.ts';
import { noteRules, ruleKeys } from '../rule-values/rule-book.ts';

export type TaskAndHead = { readonly task: TaskRow; readonly head: ApplicationHead };

const noSuchTask = (): ProblemError =>
  new ProblemError(404, 'NOT_FOUND', 'There is no such task in your county’s queues.');

const applicationOf = (id: TaskId) => applicationId.parse(id.slice(0, id.indexOf('.')));

const mustBeTheirs = (task: TaskRow, actor: Actor): void => {
  if (task.division !== actor.division) throw noSuchTask();
  if (actor.roles.includes(task.role)) return;
  throw new ProblemError(
    403,
    'ROLE_NOT_ALLOWED',
    `This task is for a ${task.role}; you work as ${actor.roles.join(', ')}.`,
  );
};

/**
 * A task and its application, for a person of the task's county and role.
 * @throws ProblemError NOT_FOUND for another county's task, ROLE_NOT_ALLOWED
 */
export const readTask = async ({ table }: KeylessDesk, id: TaskId, actor: Actor): Promise<TaskAndHead> => {
  const application = applicationOf(id);
  const [row, found] = await readItems(table, [rowKey(application, 'TASK', id), headKey(application)]);
  const head = parseHead(found);
  if (row === undefined || head === undefined) throw noSuchTask();
  const task = taskRow.parse(row);
  mustBeTheirs(task, actor);
  return { task, head };
};

const stillOpen = ({ task, head }: TaskAndHead): void => {
  const isAwaited = task.kind === 'FACTS_CHANGED' || head.wait?.rowId === task.taskId;
  if (task.status === 'OPEN' && isAwaited) return;
  throw new ProblemError(
    409,
    'TASK_MOVED_ON',
    task.decision === undefined
      ? `This task is over; the application is ${head.state}.`
      : `This task was decided already (${task.decision}); the application is ${head.state}.`,
    { state: head.state },
  );
};

/**
 * The task for a change, in one round trip with the record of this very request (a repeat gets its answer) and the
 * county's rule values, which the decision may ask for.
 * @throws ProblemError NOT_FOUND, ROLE_NOT_ALLOWED, TASK_MOVED_ON, VERSION_STALE
 */
export const readTaskForChange = async (
  { table }: KeylessDesk,
  input: {
    readonly id: TaskId;
    readonly version: Version;
    readonly actor: Actor;
    readonly request: Idempotency;
  },
): Promise<TaskAndHead | { readonly before: Receipt }> => {
  const { id, actor, request } = input;
  const application = applicationOf(id);
  const keys = [
    rowKey(application, 'TASK', id),
    headKey(application),
    eventAfter(application, input.version),
    requestKey(request),
    payeeKey(application),
  ];
  const [row, found, event, record, payee, ...values] = await readItems(table, [
    ...keys,
    ...ruleKeys(actor.division),
  ]);
  noteRules(
    table,
    actor.division,
    values.flatMap((item) => (item === undefined ? [] : [item])),
  );
  const before = answerInEvent(application, event, request) ?? answerGivenBefore(record, request);
  if (before) return { before };
  const head = parseHeadWithPayee(found, payee);
  if (row === undefined || head === undefined) throw noSuchTask();
  const both = { task: taskRow.parse(row), head };
  mustBeTheirs(both.task, actor);
  stillOpen(both);
  mustBeAt(head, input.version);
  return both;
};
