import { paysNobody } from '../../contracts/instruments.ts';
import { payoutId } from '../../contracts/payout.ts';
import { PermanentError, ProblemError } from '../../platform/errors.ts';
import { dayOf } from '../../platform/time.ts';
import type { KeylessDesk } from '../desk.ts';
import { reserve } from '../funds.ts';
import { rowKey } from '../keys.ts';
import { endNotice } from '../notices/end-notice.ts';
import { recentBook } from '../rule-values/rule-book.ts';
import { rowIdOf } from '../waits/rows.ts';
import { withParticipant, type Case, type Consequence } from './decision.ts';

/** The payout of an approved application; the account is the one approved, sealed as it stands. */
const payoutOf = ({ head, at }: Case, amountFen: number) => {
  if (head.payeeSealed === undefined) throw new PermanentError(`${head.applicationId} names no payee`);
  const no = head.payoutNo + 1;
  const id = payoutId.parse(rowIdOf(head.applicationId, 'PAYOUT', no));
  const row = {
    ...rowKey(head.applicationId, 'PAYOUT', id),
    payoutId: id,
    applicationId: head.applicationId,
    instrument: head.instrument,
    division: head.division,
    amountFen,
    state: 'APPROVED',
    payeeMasked: head.payeeMasked,
    payeeSealed: head.payeeSealed,
    approvedAt: at,
  };
  return { id, no, write: { Put: { Item: row, ConditionExpression: 'attribute_not_exists(pk)' } } };
};

const approvedAmount = ({ head }: Case): number => {
  const amountFen = head.tally?.amountFen ?? 0;
  if (amountFen > 0) return amountFen;
  throw new ProblemError(
    409,
    'NOTHING_TO_PAY',
    'No line of this application is approved; refuse or return it.',
  );
};

const needsSecond = async (
  { table }: KeylessDesk,
  { head, task, at }: Case,
  amountFen: number,
): Promise<boolean> => {
  const { values } = (await recentBook(table, head.division)).rulesOn(dayOf(at));
  const above = values.approval.secondApproverAboveFen;
  return task.kind === 'APPROVE' && above !== null && amountFen > above;
};

/** A recognition moves no money: nothing is reserved, and it closes with its entry in the register (DESIGN 4.8). */
const recognise = ({ head, actor }: Case): Consequence => ({
  to: 'APPROVED',
  answer: { decision: 'RECOGNISED' },
  set: { participants: withParticipant(head, 'approvers', actor.id) },
});

/** Approval and the reservation of the fund are one transaction, so a fund cannot be overdrawn (DESIGN 4.6). */
const approve = async (desk: KeylessDesk, decided: Case): Promise<Consequence> => {
  const amountFen = approvedAmount(decided);
  const participants = withParticipant(decided.head, 'approvers', decided.actor.id);
  if (await needsSecond(desk, decided, amountFen))
    return { answer: { decision: 'SECOND_NEEDED' }, set: { participants }, details: { amountFen } };
  const payout = payoutOf(decided, amountFen);
  return {
    to: 'APPROVED',
    answer: { decision: 'APPROVED', payoutId: payout.id },
    set: { participants, payoutNo: payout.no, reservedFen: amountFen },
    remove: ['noticeEndsOn'],
    alongside: [payout.write, reserve(decided.head.division, amountFen)],
    details: { amountFen, payoutId: payout.id },
  };
};

/** What an approver's or second approver's decision changes. */
export const decideApproval = async (desk: KeylessDesk, decided: Case): Promise<Consequence> => {
  const participants = withParticipant(decided.head, 'approvers', decided.actor.id);
  switch (decided.decision) {
    case 'APPROVE':
      return paysNobody(decided.head.instrument) ? recognise(decided) : approve(desk, decided);
    case 'REFUSE':
      return { answer: { decision: 'REFUSED' }, set: { participants, endReason: decided.reason } };
    default:
      return {
        answer: { decision: 'RETURNED' },
        set: { participants },
        alongside: endNotice(decided.head),
        remove: ['noticeId', 'noticeEndsOn'],
      };
  }
};
