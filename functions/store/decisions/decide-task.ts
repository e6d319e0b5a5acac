import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { decisionsOf } from '../../contracts/queue.ts';
import { ProblemError } from '../../platform/errors.ts';
import type { Outcome } from '../delivery.ts';
import type { Desk } from '../desk.ts';
import { doerOf } from '../doer.ts';
import { applicationPk, type Key } from '../keys.ts';
import type { Item } from '../read-application.ts';
import { claimedByOther, notClaimed } from '../tasks/claim-task.ts';
import { mustBeAllowed } from '../tasks/four-eyes.ts';
import { readTaskForChange } from '../tasks/read-task.ts';
import { answerWait } from '../waits/answer-wait.ts';
import { decideApproval } from './approve.ts';
import type { Case, Consequence, TaskDecision } from './decision.ts';
import { explainRefusal } from './explain-refusal.ts';
import type { OpenObjection } from './reexamine.ts';

const hasKey = (item: Item): item is Item & Key =>
  typeof item['pk'] === 'string' && typeof item['sk'] === 'string';

const openObjections = async ({ table }: Desk, { head }: Case): Promise<OpenObjection[]> => {
  const { Items = [] } = await table.documents.send(
    new QueryCommand({
      TableName: table.name,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :objection)',
      FilterExpression: '#status = :open',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: {
        ':pk': applicationPk(head.applicationId),
        ':objection': 'OBJECTION#',
        ':open': 'OPEN',
      },
    }),
  );
  return Items.filter(hasKey).slice(0, 80);
};

const consequenceOf = async (desk: Desk, decided: Case): Promise<Consequence> => {
  switch (decided.task.kind) {
    case 'VERIFY': {
      const { decideVerification } = await import('./verify.ts');
      return decideVerification(desk, decided);
    }
    case 'REEXAMINE': {
      const { decideReexamination } = await import('./reexamine.ts');
      return decideReexamination(decided, await openObjections(desk, decided));
    }
    case 'APPROVE':
    case 'SECOND_APPROVE':
      return decideApproval(desk, decided);
    case 'CONFIGURE': {
      const { decideConfiguration } = await import('./operate.ts');
      return decideConfiguration(decided);
    }
    case 'OPERATE': {
      const { decideOperation } = await import('./operate.ts');
      return decideOperation(decided);
    }
    default:
      throw new ProblemError(
        409,
        'APPLICANTS_TASK',
        'This task is the applicant’s; they send the application again.',
      );
  }
};

const mustFit = ({ task, decision, marked = [] }: Case): void => {
  const allowed = decisionsOf[task.kind];
  if (!allowed.includes(decision))
    throw new ProblemError(
      422,
      'DECISION_NOT_ALLOWED',
      `Here one decides ${allowed.join(' or ')}, not ${decision}.`,
      {
        allowed: [...allowed],
      },
    );
  if (task.kind === 'VERIFY' && decision === 'RETURN' && marked.length === 0)
    throw new ProblemError(
      422,
      'FIELDS_NOT_MARKED',
      'Mark at least one field, so that the applicant knows what to mend.',
    );
};

const decide = async (desk: Desk, decided: Case): Promise<Outcome> => {
  const { head, task, actor, at, decision, reason, request } = decided;
  const { details = {}, ...consequence } = await consequenceOf(desk, decided);
  return answerWait(desk, {
    head,
    at,
    by: doerOf(actor, task.role),
    event: { type: 'TASK_DECIDED', details: { taskId: task.taskId, decision, reason, ...details } },
    ...consequence,
    row: { decidedBy: actor.id, decidedAt: at, decision, reason },
    rowOnlyIf: { condition: 'claimedBy = :decider', values: { ':decider': actor.id } },
    token: task.token,
    request,
    onceByState: true,
  });
};

/**
 * Decides a task: an authenticated request becomes a conditional update of the row, with audit and outbox, in one
 * transaction (DESIGN section 4). Four eyes are asked again.
 * @throws ProblemError TASK_NOT_CLAIMED, TASK_CLAIMED_BY_OTHER, TASK_MOVED_ON, VERSION_STALE, FOUR_EYES,
 *   DECISION_NOT_ALLOWED, LINES_UNDECIDED, FUND_EXHAUSTED, …
 */
export const decideTask = async (desk: Desk, input: TaskDecision): Promise<Outcome> => {
  const read = await readTaskForChange(desk, input);
  if ('before' in read) return { receipt: read.before };
  const { task, head } = read;
  const { actor } = input;
  if (task.claimedBy === undefined) throw notClaimed();
  if (task.claimedBy !== actor.id) throw claimedByOther(task);
  mustBeAllowed(actor, read);
  const decided: Case = { ...input, task, head };
  mustFit(decided);
  try {
    if (task.kind !== 'FACTS_CHANGED') return await decide(desk, decided);
    const { decideFactsChanged } = await import('./facts-changed.ts');
    return await decideFactsChanged(desk, decided);
  } catch (error) {
    return explainRefusal(error);
  }
};
