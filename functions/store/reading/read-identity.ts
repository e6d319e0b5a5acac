import * as z from 'zod';
import type { ApplicationId } from '../../contracts/application.ts';
import { claimedWorker, rosterEntry, type ClaimedWorker } from '../../contracts/claimed-people.ts';
import type { TaskId } from '../../contracts/queue.ts';
import type { StoredLine } from '../../contracts/stored-line.ts';
import type { Vault } from '../../platform/vault.ts';
import { ProblemError } from '../../platform/errors.ts';
import type { Desk } from '../desk.ts';
import { readLine } from '../read-application.ts';
import { rosterPlace, workerPlace } from '../sealed-places.ts';
import { claimedByOther, notClaimed } from '../tasks/claim-task.ts';
import { readTask, type TaskAndHead } from '../tasks/read-task.ts';
import { transact } from '../transact.ts';
import { recordReading, type Reader } from './record-reading.ts';

export type IdentityRequest = Reader & {
  readonly taskId: TaskId;
  readonly lineNo: number;
  /** Where on the roster, for a line about an organisation. */
  readonly member?: number | undefined;
};

const mustHold = ({ task, head }: TaskAndHead, { actor }: Reader): void => {
  if (task.status !== 'OPEN')
    throw new ProblemError(409, 'TASK_MOVED_ON', `This task is over; the application is ${head.state}.`, {
      state: head.state,
    });
  if (task.claimedBy === undefined) throw notClaimed();
  if (task.claimedBy !== actor.id) throw claimedByOther(task);
};

const workerOf = (vault: Vault, id: ApplicationId, line: StoredLine): ClaimedWorker | undefined =>
  line.workerSealed === undefined
    ? undefined
    : claimedWorker.parse(JSON.parse(vault.open(line.workerSealed, workerPlace(id, line.lineNo))));

const roster = z.array(rosterEntry);

const memberOf = (
  vault: Vault,
  id: ApplicationId,
  { rosterSealed, lineNo }: StoredLine,
  member: number,
): ClaimedWorker | undefined => {
  if (rosterSealed === undefined) return undefined;
  const entry = roster.parse(JSON.parse(vault.open(rosterSealed, rosterPlace(id, lineNo))))[member - 1];
  return entry && { name: entry.name, citizenId: entry.citizenId };
};

/**
 * A worker's name, id and phone, for the person who holds an open task of the application. The reading is recorded
 * first; if that fails, nothing is shown.
 * @throws ProblemError NOT_FOUND, ROLE_NOT_ALLOWED, TASK_NOT_CLAIMED, TASK_CLAIMED_BY_OTHER, TASK_MOVED_ON, NO_SUCH_LINE
 */
export const readIdentity = async (desk: Desk, input: IdentityRequest): Promise<ClaimedWorker> => {
  const { taskId, lineNo, member, actor } = input;
  const both = await readTask(desk, taskId, actor);
  mustHold(both, input);
  const id = both.head.applicationId;
  const line = await readLine(desk.table, id, lineNo);
  const person =
    line && (member === undefined ? workerOf(desk.vault, id, line) : memberOf(desk.vault, id, line, member));
  if (person === undefined)
    throw new ProblemError(
      404,
      'NO_SUCH_LINE',
      `There is nobody of that line and place in this application.`,
    );
  const what = member === undefined ? `LINE ${lineNo}` : `LINE ${lineNo} MEMBER ${member}`;
  await transact(desk.table, [recordReading(id, input, { what, why: taskId })]);
  return person;
};
