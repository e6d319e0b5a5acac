import type { ApplicationId, ApplicationState, Flag, Wait } from '../../contracts/application.ts';
import { roleOf, taskId, type MachineTaskKind } from '../../contracts/queue.ts';
import type { OpenTaskInput } from '../../contracts/steps.ts';
import { dayOf } from '../../platform/time.ts';
import { theSystem } from '../audit/events.ts';
import { changeApplication } from '../change-application.ts';
import type { KeylessDesk } from '../desk.ts';
import { queuePartition, rowKey } from '../keys.ts';
import type { Write } from '../transact.ts';
import { beginWait } from './begin-wait.ts';
import { deadlineOf } from '../rule-values/deadline-of.ts';
import { recheckIfSet } from '../rule-values/recheck-waiting.ts';
import { rowIdOf, seqAfter, waitKey } from './rows.ts';

type Opening = {
  /** Where the application stands while the task is open; without it the state stays. */
  readonly to?: ApplicationState;
  readonly flags: readonly Flag[];
};

const openings = {
  VERIFY: { to: 'IN_VERIFICATION', flags: [] },
  CORRECT: { to: 'RETURNED', flags: [] },
  REEXAMINE: { flags: ['OBJECTION_OPEN'] },
  APPROVE: { to: 'IN_APPROVAL', flags: [] },
  SECOND_APPROVE: { to: 'IN_APPROVAL', flags: [] },
  CONFIGURE: { flags: ['NOT_CONFIGURED'] },
  CORRECT_PAYEE: { flags: ['PAYMENT_RETURNED'] },
  OPERATE: { flags: ['PARKED'] },
} as const satisfies Record<MachineTaskKind, Opening>;

const openingOf = (kind: MachineTaskKind): Opening => openings[kind];

/** Nobody withdrew it and no objection came in: what an approver's task rests on, whatever the machine believes. */
const stillClear = {
  condition: '#openObjections = :none',
  names: { '#openObjections': 'openObjections' },
  values: { ':none': 0 },
};
const alive = {
  condition: 'NOT #state IN (:closed, :refused, :withdrawn)',
  names: { '#state': 'state' },
  values: { ':closed': 'CLOSED', ':refused': 'REFUSED', ':withdrawn': 'WITHDRAWN' },
};

/** A task whose step failed leaves the queue, or a person would see it there and could not claim it. */
const closeLeft = (id: ApplicationId, left: Wait | undefined): Write[] =>
  left === undefined || left.kind === 'NOTICE' || left.kind === 'PAY'
    ? []
    : [
        {
          Update: {
            Key: waitKey(id, left),
            UpdateExpression: 'SET #status = :done REMOVE workPk, workSk',
            ConditionExpression: 'attribute_exists(pk)',
            ExpressionAttributeNames: { '#status': 'status' },
            ExpressionAttributeValues: { ':done': 'DONE' },
          },
        },
      ];

/** The queue's keys; the applicant's own tasks are in no queue. */
const queueKeys = (kind: MachineTaskKind, division: string, dueOn: string, id: string) =>
  roleOf[kind] === 'APPLICANT'
    ? {}
    : { workPk: queuePartition(roleOf[kind], division), workSk: `${dueOn}#${id}` };

/**
 * Opens a task and begins to wait for its decision. The due date is the kind's working days from today, by the
 * county's rule values.
 * @throws PermanentError when the application's state does not allow this task
 */
export const openTask =
  (desk: KeylessDesk, answer: (token: string, output: string) => Promise<unknown>) =>
  async (input: OpenTaskInput): Promise<void> => {
    const { applicationId: id, kind, at, token } = input;
    const { to, flags } = openingOf(kind);
    await beginWait(
      desk,
      { id, kind, version: input.version, division: input.division, token },
      async ({ version, division, left }) => {
        const due = await deadlineOf(desk.table, kind, division, dayOf(at));
        const rowId = rowIdOf(id, kind, seqAfter(version));
        const row = {
          ...rowKey(id, 'TASK', rowId),
          ...queueKeys(kind, division, due, rowId),
          taskId: taskId.parse(rowId),
          applicationId: id,
          kind,
          role: roleOf[kind],
          division,
          status: 'OPEN',
          openedAt: at,
          dueOn: due,
          token,
        };
        await changeApplication(
          desk.table,
          {
            id,
            expected: version,
            ...(to !== undefined && { to }),
            at,
            event: { type: 'TASK_OPENED', by: theSystem, details: { kind, dueOn: due } },
            set: { wait: { kind, rowId, dueOn: due }, flags },
            onlyIf: kind === 'APPROVE' ? stillClear : alive,
            outbox: 'CLEAR',
            alongside: [
              { Put: { Item: row, ConditionExpression: 'attribute_not_exists(pk)' } },
              ...closeLeft(id, left),
            ],
          },
          (after) => ({ applicationId: id, state: to ?? 'CHECKING', version: after }),
        );
      },
      answer,
    );
    // A value that was approved while the task was being opened: whoever approved it could not see the task yet.
    if (kind === 'CONFIGURE') await recheckIfSet(desk, answer, id, at);
  };
