import type { ApplicationHead, WaitKind } from '../../contracts/application.ts';
import { paysNobody } from '../../contracts/instruments.ts';
import { payoutId, payoutRow, type PayoutRow } from '../../contracts/payout.ts';
import type { KeylessDesk } from '../desk.ts';
import { readItem } from '../read-application.ts';
import { rowKey } from '../keys.ts';
import { rowIdOf } from './rows.ts';

const decisionOf = (kind: WaitKind, { state }: PayoutRow): string | undefined => {
  switch (kind) {
    case 'APPROVE':
    case 'SECOND_APPROVE':
      return 'APPROVED';
    case 'PAY':
      if (state === 'RETURNED') return 'RETURNED_BY_BANK';
      return state === 'PAID' ? 'PAID' : undefined;
    case 'CORRECT_PAYEE':
      return state === 'APPROVED' ? 'CORRECTED' : undefined;
    default:
      return undefined;
  }
};

/** A recognition has no payout: that it is approved is the answer. */
const isRecognised = ({ instrument, state }: ApplicationHead, kind: WaitKind): boolean =>
  kind === 'APPROVE' && state === 'APPROVED' && paysNobody(instrument);

/**
 * What the last payout's row answers to a wait that is about to begin: a decision about money whose call was lost for
 * good, because its step failed and an operator's task took the outbox. Read only when the straight way is barred.
 */
export const payoutSays = async (
  { table }: KeylessDesk,
  head: ApplicationHead,
  kind: WaitKind,
): Promise<string | undefined> => {
  const { applicationId: id, payoutNo, state, version } = head;
  if (isRecognised(head, kind)) return JSON.stringify({ decision: 'RECOGNISED', version });
  if (payoutNo === 0 || (state !== 'APPROVED' && state !== 'PAYING')) return undefined;
  const last = payoutId.parse(rowIdOf(id, 'PAYOUT', payoutNo));
  const decision = decisionOf(kind, payoutRow.parse(await readItem(table, rowKey(id, 'PAYOUT', last))));
  return decision && JSON.stringify({ decision, payoutId: last, version });
};
