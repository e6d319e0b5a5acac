import type { RecoveryReceipt } from '../../contracts/recovery.ts';
import { ProblemError } from '../../platform/errors.ts';
import type { Outcome } from '../delivery.ts';
import type { KeylessDesk } from '../desk.ts';
import { takeBack } from '../funds.ts';
import { entryWrite } from '../ledger/entry-writes.ts';
import { seqAfter } from '../waits/rows.ts';
import { changeWithRecovery } from './change-with-recovery.ts';
import { payDown } from './pay-down.ts';
import { mustBe, readRecoveryForChange, type RecoveryAct } from './read-recovery.ts';

export type ReceivedRecovery = RecoveryAct & { readonly received: RecoveryReceipt };

/**
 * Books what came back, the whole or a part: it is in the ledger of each entitlement and in the county's fund again.
 * @throws ProblemError NOT_FOUND, VERSION_STALE, RECOVERY_MOVED_ON, MORE_THAN_ASKED
 */
export const receiveRecovery = async (desk: KeylessDesk, input: ReceivedRecovery): Promise<Outcome> => {
  const read = await readRecoveryForChange(desk, input);
  if ('before' in read) return { receipt: read.before };
  const { row, head } = read;
  const { actor, at, received } = input;
  const { amountFen, receivedOn, bankReference } = received;
  mustBe(row, 'APPROVED');
  if (amountFen > row.leftFen)
    throw new ProblemError(
      422,
      'MORE_THAN_ASKED',
      `${amountFen} fen came back, but only ${row.leftFen} fen are still asked for. Nothing was booked.`,
      { leftFen: row.leftFen },
    );
  const { set, taken } = payDown(row, amountFen);
  const origin = {
    entryId: `${row.recoveryId}.${seqAfter(head.version)}.RECOVER`,
    applicationId: row.applicationId,
    recoveryId: row.recoveryId,
    at,
    by: actor.id,
  };
  return changeWithRecovery(desk, input, read, {
    type: 'RECOVERY_RECEIVED',
    role: 'FINANCE_OFFICER',
    details: { amountFen, receivedOn, bankReference, leftFen: set.leftFen },
    set,
    alongside: [
      takeBack(row.division, amountFen),
      ...taken.map(({ part, amountFen: partFen }) =>
        entryWrite('RECOVER', origin, part, { period: part.period, amountFen: partFen }),
      ),
    ],
  });
};
