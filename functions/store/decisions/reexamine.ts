import type { Item } from '../read-application.ts';
import type { Key } from '../keys.ts';
import type { Write } from '../transact.ts';
import { endNotice } from '../notices/end-notice.ts';
import { withParticipant, type Case, type Consequence } from './decision.ts';

/** An objection's row with its key. */
export type OpenObjection = Key & Item;

const settle = (
  objections: readonly OpenObjection[],
  status: 'DISMISSED' | 'UPHELD',
  reason: string,
): Write[] =>
  objections.map(({ pk, sk }) => ({
    Update: {
      Key: { pk, sk },
      UpdateExpression: 'SET #status = :status, settledReason = :reason',
      ConditionExpression: '#status = :open',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: { ':status': status, ':reason': reason, ':open': 'OPEN' },
    },
  }));

/**
 * What the re-examiner's decision changes. All open objections are settled together: dismissed, the notice hangs
 * on; upheld, the application is refused; returned, the verifier looks again and a new notice will be needed.
 */
export const decideReexamination = (decided: Case, objections: readonly OpenObjection[]): Consequence => {
  const { head, actor, decision, reason } = decided;
  const participants = withParticipant(head, 'reexaminers', actor.id);
  const settled = { openObjections: head.openObjections - objections.length, flags: [], participants };
  switch (decision) {
    case 'DISMISS':
      return {
        answer: { decision: 'DISMISSED' },
        set: settled,
        alongside: settle(objections, 'DISMISSED', reason),
      };
    case 'UPHOLD':
      return {
        answer: { decision: 'UPHELD' },
        set: { ...settled, endReason: reason },
        alongside: settle(objections, 'UPHELD', reason),
      };
    default:
      return {
        answer: { decision: 'RETURNED' },
        set: settled,
        remove: ['noticeId', 'noticeEndsOn'],
        alongside: [...settle(objections, 'UPHELD', reason), ...endNotice(head)],
      };
  }
};
