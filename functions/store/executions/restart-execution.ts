import type * as z from 'zod';
import type { ApplicationHead, ApplicationId } from '../../contracts/application.ts';
import { noticeId } from '../../contracts/notice.ts';
import { payoutId, payoutRow } from '../../contracts/payout.ts';
import { unknownVersion, type ResumeInput, type ResumePoint } from '../../contracts/resume.ts';
import type { resumeApplicationOutput } from '../../contracts/steps.ts';
import type { Instant } from '../../contracts/scalars.ts';
import type { Executions } from '../../platform/executions.ts';
import { dayOf, endOfDay } from '../../platform/time.ts';
import { theSystem } from '../audit/events.ts';
import { ApplicationMovedOnError, changeApplication } from '../change-application.ts';
import type { KeylessDesk } from '../desk.ts';
import { rowKey } from '../keys.ts';
import { readHead, readItem } from '../read-application.ts';
import { rowIdOf } from '../waits/rows.ts';
import { executionName, executionNoOf } from './execution-name.ts';
import { resumePointOf } from './resume-point.ts';

export type Restart = z.infer<typeof resumeApplicationOutput>;

/** A start that is this young may still be on its way: two operators at once make one execution. */
const graceMs = 60_000;

const lastPayout = async ({ table }: KeylessDesk, head: ApplicationHead) => {
  if (head.payoutNo === 0) return undefined;
  const item = await readItem(
    table,
    rowKey(head.applicationId, 'PAYOUT', rowIdOf(head.applicationId, 'PAYOUT', head.payoutNo)),
  );
  return item && payoutRow.parse(item);
};

/** The day an applicant's correction is due; long past where nobody knows it any more. */
const correctBy = ({ outbox, wait, createdAt }: ApplicationHead): Instant =>
  endOfDay((outbox?.kind === 'ANSWER' ? outbox.wait : wait)?.dueOn ?? dayOf(createdAt));

const inputOf = (
  head: ApplicationHead,
  { resumeAt, parked }: { readonly resumeAt: ResumePoint; readonly parked: boolean },
): ResumeInput => ({
  applicationId: head.applicationId,
  resumeAt,
  decision: parked ? 'PARKED' : 'RESUME',
  version: unknownVersion,
  division: head.division,
  noticeId: head.noticeId === undefined ? null : noticeId.parse(head.noticeId),
  noticeEndsAt: head.noticeEndsOn === undefined ? null : endOfDay(head.noticeEndsOn),
  correctBy: correctBy(head),
  payoutId: head.payoutNo === 0 ? null : payoutId.parse(rowIdOf(head.applicationId, 'PAYOUT', head.payoutNo)),
});

const isOnItsWay = async (
  executions: Executions,
  head: ApplicationHead,
  at: Instant,
): Promise<'RUNNING' | 'NOT_STARTED_YET' | undefined> => {
  const { execution, outbox } = head;
  const status = await executions.status(executionName(head, executionNoOf(head)));
  if (status === 'RUNNING') return 'RUNNING';
  if (status === 'NONE' && outbox?.kind === 'START') return 'NOT_STARTED_YET';
  const isYoung = execution && Date.parse(at) - Date.parse(execution.startedAt) < graceMs;
  return isYoung === true && status === 'NONE' ? 'NOT_STARTED_YET' : undefined;
};

/** Notes the new execution before it is started, resting on the version that was read: only one can be next. */
const note = (desk: KeylessDesk, head: ApplicationHead, no: number, resumeAt: ResumePoint, at: Instant) =>
  changeApplication(
    desk.table,
    {
      id: head.applicationId,
      expected: head.version,
      while: [head.state],
      at,
      event: {
        type: 'EXECUTION_RESTARTED',
        by: theSystem,
        details: { execution: executionName(head, no), resumeAt },
      },
      set: { execution: { no, startedAt: at } },
      // An answer that waits there is taken by the step that begins again.
      outbox: 'KEEP',
    },
    (version) => ({ applicationId: head.applicationId, state: head.state, version }),
  );

/**
 * Gives an application whose execution is gone a new one, at the step its row stands at. Nothing is decided: every step
 * reads the row first, so what was approved, booked or answered is found and not done again. Repeat it until it says
 * RUNNING or AT_END; a restart that was noted and never started is noted anew.
 */
export const restartExecution = async (
  desk: KeylessDesk,
  executions: Executions,
  { id, at }: { readonly id: ApplicationId; readonly at: Instant },
): Promise<Restart> => {
  const head = await readHead(desk.table, id);
  if (head === undefined) return { done: 'UNKNOWN' };
  const point = resumePointOf({ head, payout: await lastPayout(desk, head) });
  if (point === undefined) return { done: 'AT_END' };
  const onItsWay = await isOnItsWay(executions, head, at);
  if (onItsWay !== undefined) return { done: onItsWay };
  const no = executionNoOf(head) + 1;
  try {
    await note(desk, head, no, point.resumeAt, at);
  } catch (error) {
    if (error instanceof ApplicationMovedOnError) return { done: 'MOVED_ON' };
    throw error;
  }
  const execution = executionName(head, no);
  await executions.resume(execution, inputOf(head, point));
  return { done: 'RESTARTED', execution, resumeAt: point.resumeAt };
};
