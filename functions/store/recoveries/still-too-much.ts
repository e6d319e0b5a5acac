import type { RecoveryPart, RecoveryRow } from '../../contracts/recovery.ts';
import { ProblemError } from '../../platform/errors.ts';
import { inHandFen, ledgerDelta, recoverableFen } from '../../rules/ledger/ledger-delta.ts';
import type { KeylessDesk } from '../desk.ts';
import { ledgerPk, readLedgers } from '../ledger/read-ledger.ts';
import { outstandingOf } from './outstanding.ts';
import { readRecoveries } from './recovery-rows.ts';

/**
 * What a recovery asks back, by the ledger at this moment: the bank may have taken a payment back since it was
 * proposed, say. What the rules found must be what they would find; a person's word must still be covered.
 * @throws ProblemError RECOVERY_OUT_OF_DATE
 */
export const mustStillBeTooMuch = async (
  { table }: KeylessDesk,
  { parts, recoveryId, applicationId, foundBy }: RecoveryRow,
): Promise<RecoveryPart[]> => {
  const pkOf = (part: RecoveryPart) => ledgerPk(part.instrument, part.subject, part.period);
  const [ledgers, all] = await Promise.all([
    readLedgers(table, parts.map(pkOf)),
    readRecoveries(table, applicationId),
  ]);
  const today = parts.map((part) => {
    const entries = ledgers.get(pkOf(part)) ?? [];
    const openFen = outstandingOf(all, part);
    if (foundBy !== 'PERSON')
      return { part, fits: ledgerDelta(part.fullFen, entries, openFen) === -part.amountFen };
    const left = recoverableFen(entries, openFen);
    const fullFen = Math.max(0, left - part.amountFen);
    return { part: { ...part, fullFen, inHandFen: inHandFen(entries) }, fits: left >= part.amountFen };
  });
  if (today.every(({ fits }) => fits)) return today.map(({ part }) => part);
  const mend = foundBy === 'PERSON' ? 'Dismiss this and propose it again' : 'Assess the application again';
  throw new ProblemError(
    409,
    'RECOVERY_OUT_OF_DATE',
    `What was paid has changed since this was proposed. ${mend}; nothing was decided.`,
    { recoveryId },
  );
};
