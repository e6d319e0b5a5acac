import type { Actor } from '../../contracts/actor.ts';
import type { ApplicationId } from '../../contracts/application.ts';
import type { RecoveryPart, RecoveryRow } from '../../contracts/recovery.ts';
import { ProblemError } from '../../platform/errors.ts';
import { mayDecide } from '../../rules/four-eyes/may-decide.ts';
import { ledgerDelta } from '../../rules/ledger/ledger-delta.ts';
import type { Outcome } from '../delivery.ts';
import type { Desk } from '../desk.ts';
import { entryWrite } from '../ledger/entry-writes.ts';
import { ledgerPk, readLedgers } from '../ledger/read-ledger.ts';
import { seqAfter } from '../waits/rows.ts';
import { changeWithRecovery } from './change-with-recovery.ts';
import { outstandingOf } from './outstanding.ts';
import { mustBe, readRecoveryForChange, type RecoveryAct, type RecoveryAndHead } from './read-recovery.ts';
import { readRecoveries } from './recovery-rows.ts';

/** Four eyes: neither whoever proposed it nor whoever filed or verified the claim decides it. */
const mustBeAnother = (actor: Actor, { row, head }: RecoveryAndHead): void => {
  if (actor.id === row.proposedBy)
    throw new ProblemError(403, 'PROPOSED_IT', 'You proposed this recovery, so another person decides it.');
  const answer = mayDecide(actor, { ...head.participants, ...head }, 'APPROVE');
  if (answer.allowed) return;
  throw new ProblemError(403, 'FOUR_EYES', answer.sentence.en, {
    rule: answer.code,
    messageZh: answer.sentence.zh,
  });
};

/** What the payee has may have changed since it was proposed: the bank took a payment back, say. */
const mustStillBeTooMuch = async ({ table }: Desk, { parts, recoveryId }: RecoveryRow, id: ApplicationId) => {
  const pkOf = (part: RecoveryPart) => ledgerPk(part.instrument, part.subject, part.period);
  const [ledgers, all] = await Promise.all([readLedgers(table, parts.map(pkOf)), readRecoveries(table, id)]);
  const isSo = (part: RecoveryPart): boolean =>
    ledgerDelta(part.fullFen, ledgers.get(pkOf(part)) ?? [], outstandingOf(all, part)) === -part.amountFen;
  if (parts.every(isSo)) return;
  throw new ProblemError(
    409,
    'RECOVERY_OUT_OF_DATE',
    'What was paid has changed since this was proposed. Assess the application again; nothing was decided.',
    { recoveryId },
  );
};

export type RecoveryDecision = RecoveryAct & {
  readonly decision: 'APPROVE' | 'DISMISS';
  readonly reason: string;
};

/**
 * Approves or dismisses what was proposed.
 * @throws ProblemError NOT_FOUND, VERSION_STALE, RECOVERY_MOVED_ON, PROPOSED_IT, FOUR_EYES, RECOVERY_OUT_OF_DATE
 */
export const decideRecovery = async (desk: Desk, input: RecoveryDecision): Promise<Outcome> => {
  const read = await readRecoveryForChange(desk, input);
  if ('before' in read) return { receipt: read.before };
  const { row } = read;
  const { actor, at, decision, reason } = input;
  mustBe(row, 'PROPOSED');
  mustBeAnother(actor, read);
  if (decision === 'APPROVE') await mustStillBeTooMuch(desk, row, row.applicationId);
  return changeWithRecovery(desk, input, read, {
    type: 'RECOVERY_DECIDED',
    role: 'COUNTY_APPROVER',
    details: { decision, reason, amountFen: row.amountFen },
    set: {
      state: decision === 'APPROVE' ? 'APPROVED' : 'DISMISSED',
      decidedAt: at,
      decidedBy: actor.id,
      decidedReason: reason,
    },
  });
};

export type RecoveryWriteOff = RecoveryAct & { readonly reason: string };

/**
 * Gives up what has not come back: a recorded act with its reason, in the ledger of each entitlement.
 * @throws ProblemError NOT_FOUND, VERSION_STALE, RECOVERY_MOVED_ON, PROPOSED_IT, FOUR_EYES
 */
export const writeOffRecovery = async (desk: Desk, input: RecoveryWriteOff): Promise<Outcome> => {
  const read = await readRecoveryForChange(desk, input);
  if ('before' in read) return { receipt: read.before };
  const { row, head } = read;
  const { actor, at, reason } = input;
  mustBe(row, 'APPROVED');
  mustBeAnother(actor, read);
  const origin = {
    entryId: `${row.recoveryId}.${seqAfter(head.version)}.WRITE_OFF`,
    applicationId: row.applicationId,
    recoveryId: row.recoveryId,
    at,
    by: actor.id,
  };
  const open = row.parts.filter(({ leftFen }) => leftFen > 0);
  return changeWithRecovery(desk, input, read, {
    type: 'RECOVERY_WRITTEN_OFF',
    role: 'COUNTY_APPROVER',
    details: { reason, amountFen: row.leftFen },
    set: { state: 'WRITTEN_OFF', leftFen: 0, parts: row.parts.map((part) => ({ ...part, leftFen: 0 })) },
    alongside: open.map((part) =>
      entryWrite('WRITE_OFF', origin, part, { period: part.period, amountFen: part.leftFen }),
    ),
  });
};
