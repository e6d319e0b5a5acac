import type { Actor } from '../../contracts/actor.ts';
import type { Version } from '../../contracts/application.ts';
import type { TaskId, TaskRow } from '../../contracts/queue.ts';
import type { Instant } from '../../contracts/scalars.ts';
import { ProblemError } from '../../platform/errors.ts';
import { AlongsideRefusedError, ApplicationMovedOnError, changeApplication } from '../change-application.ts';
import type { KeylessDesk } from '../desk.ts';
import { doerOf } from '../doer.ts';
import type { Idempotency, Receipt } from '../idempotency.ts';
import { rowKey } from '../keys.ts';
import { mustBeAllowed } from './four-eyes.ts';
import { readTaskForChange } from './read-task.ts';

export type TaskChange = {
  readonly id: TaskId;
  readonly version: Version;
  readonly actor: Actor;
  readonly at: Instant;
  readonly request: Idempotency;
};

export const claimedByOther = (task: Pick<TaskRow, 'claimedByName' | 'claimedAt'>): ProblemError =>
  new ProblemError(
    409,
    'TASK_CLAIMED_BY_OTHER',
    `${task.claimedByName ?? 'Somebody else'} has had this task since ${task.claimedAt ?? 'a moment ago'}. Ask them to release it.`,
    { claimedBy: task.claimedByName, claimedAt: task.claimedAt },
  );

/** Two clicks at the same moment: the second is told to look again. */
export const explainRace = (error: unknown): never => {
  if (error instanceof ApplicationMovedOnError || error instanceof AlongsideRefusedError)
    throw new ProblemError(
      409,
      'VERSION_STALE',
      'Somebody else changed this a moment ago. Load the task again and decide on what it says now.',
    );
  throw error;
};

/**
 * Takes a task out of the common queue. Four eyes are asked here, and again at the decision.
 * @throws ProblemError TASK_CLAIMED_BY_OTHER, TASK_MOVED_ON, VERSION_STALE, FOUR_EYES, NOT_FOUND
 */
export const claimTask = async (desk: KeylessDesk, input: TaskChange): Promise<Receipt> => {
  const { id, actor, at, request } = input;
  const read = await readTaskForChange(desk, input);
  if ('before' in read) return read.before;
  const { task, head } = read;
  if (task.claimedBy !== undefined && task.claimedBy !== actor.id) throw claimedByOther(task);
  mustBeAllowed(actor, read);
  if (task.claimedBy === actor.id)
    return { applicationId: head.applicationId, state: head.state, version: head.version, id };
  return changeApplication(
    desk.table,
    {
      id: head.applicationId,
      expected: head.version,
      while: [head.state],
      at,
      event: { type: 'TASK_CLAIMED', by: doerOf(actor, task.role), details: { taskId: id } },
      alongside: [
        {
          Update: {
            Key: rowKey(head.applicationId, 'TASK', id),
            UpdateExpression: 'SET claimedBy = :by, claimedByName = :name, claimedAt = :at',
            ConditionExpression: '#status = :open AND attribute_not_exists(claimedBy)',
            ExpressionAttributeNames: { '#status': 'status' },
            ExpressionAttributeValues: { ':by': actor.id, ':name': actor.name, ':at': at, ':open': 'OPEN' },
          },
        },
      ],
      request,
      onceByState: true,
    },
    (after) => ({ applicationId: head.applicationId, state: head.state, version: after, id }),
  ).catch(explainRace);
};

/** Puts a task back into the queue for others. */
export const releaseTask = async (desk: KeylessDesk, input: TaskChange): Promise<Receipt> => {
  const { id, actor, at, request } = input;
  const read = await readTaskForChange(desk, input);
  if ('before' in read) return read.before;
  const { task, head } = read;
  if (task.claimedBy !== actor.id) throw task.claimedBy === undefined ? notClaimed() : claimedByOther(task);
  return changeApplication(
    desk.table,
    {
      id: head.applicationId,
      expected: head.version,
      while: [head.state],
      at,
      event: { type: 'TASK_RELEASED', by: doerOf(actor, task.role), details: { taskId: id } },
      alongside: [
        {
          Update: {
            Key: rowKey(head.applicationId, 'TASK', id),
            UpdateExpression: 'REMOVE claimedBy, claimedByName, claimedAt',
            ConditionExpression: '#status = :open AND claimedBy = :by',
            ExpressionAttributeNames: { '#status': 'status' },
            ExpressionAttributeValues: { ':by': actor.id, ':open': 'OPEN' },
          },
        },
      ],
      request,
      onceByState: true,
    },
    (after) => ({ applicationId: head.applicationId, state: head.state, version: after, id }),
  ).catch(explainRace);
};

export const notClaimed = (): ProblemError =>
  new ProblemError(409, 'TASK_NOT_CLAIMED', 'Claim the task first, so that no two people work on it.');
