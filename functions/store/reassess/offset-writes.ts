import type { ApplicationHead } from '../../contracts/application.ts';
import type { RecoveryRow } from '../../contracts/recovery.ts';
import { claimEntitlement } from '../entitlements.ts';
import { entitlementOf, entryWrite } from '../ledger/entry-writes.ts';
import { changeRecovery } from '../recoveries/recovery-rows.ts';
import { payDown } from '../recoveries/pay-down.ts';
import type { Write } from '../transact.ts';
import { seqAfter } from '../waits/rows.ts';
import type { Gain } from './what-follows.ts';

type By = { readonly at: string; readonly by: string };

const dueWrites = (
  { applicationId: id, division, version }: ApplicationHead,
  gain: Gain,
  by: By,
): Write[] => {
  const { again, worth, amountFen } = gain;
  const part = { period: worth.period, amountFen };
  const origin = { entryId: `${id}.${seqAfter(version)}.ADJUST`, applicationId: id, ...by };
  const full = { period: worth.period, amountFen: worth.fullFen };
  return [
    entryWrite('ADJUST', origin, entitlementOf(again.after), part),
    ...(worth.free ? [claimEntitlement({ id, line: again.after, division }, full)] : []),
  ];
};

const recoveryWrites = (
  { applicationId, version }: ApplicationHead,
  recovery: RecoveryRow,
  moneyFen: number,
  by: By,
): Write[] => {
  const { recoveryId } = recovery;
  const { set, taken } = payDown(recovery, moneyFen);
  const origin = { entryId: `${recoveryId}.${seqAfter(version)}.OFFSET`, applicationId, recoveryId, ...by };
  return [
    changeRecovery(recovery, set),
    ...taken.map(({ part, amountFen }) =>
      entryWrite('OFFSET', origin, part, { period: part.period, amountFen }),
    ),
  ];
};

/**
 * What is due and pays down what is asked back: no money moves, so each entitlement that is due gets an ADJUST and
 * each that is asked back an OFFSET, of the same sum, in one transaction.
 */
export const offsetWrites = (
  head: ApplicationHead,
  gains: readonly Gain[],
  recoveries: readonly RecoveryRow[],
  by: By,
): Write[] => {
  let left = gains.reduce((sum, { amountFen }) => sum + amountFen, 0);
  const writes = gains.flatMap((gain) => dueWrites(head, gain, by));
  for (const recovery of recoveries.filter(({ state }) => state === 'APPROVED')) {
    const moneyFen = Math.min(left, recovery.leftFen);
    if (moneyFen > 0) writes.push(...recoveryWrites(head, recovery, moneyFen, by));
    left -= moneyFen;
  }
  return writes;
};
