import type { WaitKind } from '../../contracts/application.ts';
import { ProblemError } from '../../platform/errors.ts';
import { changeApplication } from '../change-application.ts';
import type { Outcome } from '../delivery.ts';
import type { Desk } from '../desk.ts';
import { doerOf } from '../doer.ts';
import { rowKey } from '../keys.ts';
import type { Write } from '../transact.ts';
import { answerWait } from '../waits/answer-wait.ts';
import type { Case } from './decision.ts';

/** Where the machine waits before money: from here the check may run once more. */
const mayCheckAgain: readonly WaitKind[] = ['VERIFY', 'NOTICE', 'APPROVE', 'SECOND_APPROVE'];

const closeCase = ({ head, task, actor, at, decision, reason }: Case): Write => ({
  Update: {
    Key: rowKey(head.applicationId, 'TASK', task.taskId),
    UpdateExpression:
      'SET #status = :done, decidedBy = :by, decidedAt = :at, decision = :decision, #reason = :reason REMOVE workPk, workSk',
    ConditionExpression: '#status = :open AND claimedBy = :by',
    ExpressionAttributeNames: { '#status': 'status', '#reason': 'reason' },
    ExpressionAttributeValues: {
      ':done': 'DONE',
      ':open': 'OPEN',
      ':by': actor.id,
      ':at': at,
      ':decision': decision,
      ':reason': reason,
    },
  },
});

const eventOf = ({ task, decision, reason }: Case) => ({
  type: 'TASK_DECIDED' as const,
  details: { taskId: task.taskId, decision, reason },
});

const leave = async ({ table }: Desk, decided: Case): Promise<Outcome> => {
  const { head, task, actor, at, request } = decided;
  const { applicationId, state, version } = head;
  const receipt = await changeApplication(
    table,
    {
      id: applicationId,
      expected: version,
      while: [state],
      at,
      event: { ...eventOf(decided), by: doerOf(actor, task.role) },
      alongside: [closeCase(decided)],
      request,
    },
    (after) => ({ applicationId, state, version: after, id: task.taskId }),
  );
  return { receipt };
};

/** @throws ProblemError STATE_DOES_NOT_ALLOW unless the application waits before money, and for no objection */
const checkAgain = (desk: Desk, decided: Case): Promise<Outcome> => {
  const { head, task, actor, at, request } = decided;
  const { wait, openObjections, state } = head;
  if (wait === undefined || !mayCheckAgain.includes(wait.kind) || openObjections > 0)
    throw new ProblemError(
      409,
      'STATE_DOES_NOT_ALLOW',
      `The application is ${state}; it is checked again only while it waits for a verifier, a notice or an approver.`,
      { state },
    );
  return answerWait(desk, {
    head,
    at,
    by: doerOf(actor, task.role),
    event: eventOf(decided),
    to: 'CHECKING',
    answer: { decision: 'RECHECK' },
    row: {},
    alongside: [closeCase(decided)],
    request,
  });
};

/**
 * What a person makes of a register that changed: a paid application is assessed again, an open one checked again, or
 * all stays as it is. The case is closed in the same transaction.
 */
export const decideFactsChanged = async (desk: Desk, decided: Case): Promise<Outcome> => {
  const { head, actor, at, reason, request, version, decision } = decided;
  const id = head.applicationId;
  switch (decision) {
    case 'REASSESS': {
      const origin = 'REGISTER_CORRECTION';
      // Of all decisions on tasks only this one runs the rules.
      const { reassess } = await import('../reassess/reassess.ts');
      return reassess(desk, { id, version, actor, at, origin, reason, request }, [closeCase(decided)]);
    }
    case 'RECHECK':
      return checkAgain(desk, decided);
    default:
      return leave(desk, decided);
  }
};
