import { claimedWorker, type ClaimedWorker } from '../../contracts/claimed-people.ts';
import type { TaskId } from '../../contracts/queue.ts';
import { ProblemError } from '../../platform/errors.ts';
import type { Desk } from '../desk.ts';
import { readLine } from '../read-application.ts';
import { workerPlace } from '../sealed-places.ts';
import { claimedByOther, notClaimed } from '../tasks/claim-task.ts';
import { readTask, type TaskAndHead } from '../tasks/read-task.ts';
import { transact } from '../transact.ts';
import { recordReading, type Reader } from './record-reading.ts';

export type IdentityRequest = Reader & { readonly taskId: TaskId; readonly lineNo: number };

const mustHold = ({ task, head }: TaskAndHead, { actor }: Reader): void => {
  if (task.status !== 'OPEN')
    throw new ProblemError(409, 'TASK_MOVED_ON', `This task is over; the application is ${head.state}.`, {
      state: head.state,
    });
  if (task.claimedBy === undefined) throw notClaimed();
  if (task.claimedBy !== actor.id) throw claimedByOther(task);
};

/**
 * A worker's name, id and phone, for the person who holds an open task of the application. The reading is recorded
 * first; if that fails, nothing is shown.
 * @throws ProblemError NOT_FOUND, ROLE_NOT_ALLOWED, TASK_NOT_CLAIMED, TASK_CLAIMED_BY_OTHER, TASK_MOVED_ON, NO_SUCH_LINE
 */
export const readIdentity = async (desk: Desk, input: IdentityRequest): Promise<ClaimedWorker> => {
  const { taskId, lineNo, actor } = input;
  const both = await readTask(desk, taskId, actor);
  mustHold(both, input);
  const id = both.head.applicationId;
  const line = await readLine(desk.table, id, lineNo);
  if (line?.workerSealed === undefined)
    throw new ProblemError(404, 'NO_SUCH_LINE', `There is no line ${lineNo} about a worker in this application.`);
  await transact(desk.table, [recordReading(id, input, { what: `LINE ${lineNo}`, why: taskId })]);
  return claimedWorker.parse(JSON.parse(desk.vault.open(line.workerSealed, workerPlace(id, lineNo))));
};
