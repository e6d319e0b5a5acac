import type { Actor } from '../../contracts/actor.ts';
import type { RecoveryRow } from '../../contracts/recovery.ts';
import { ProblemError } from '../../platform/errors.ts';
import type { Outcome } from '../delivery.ts';
import type { Desk } from '../desk.ts';
import { entryWrite } from '../ledger/entry-writes.ts';
import { seqAfter } from '../waits/rows.ts';
import { changeWithRecovery } from './change-with-recovery.ts';
import { mustBe, readRecoveryForChange, type RecoveryAct } from './read-recovery.ts';

/** Four eyes: whoever proposed it is not the one to decide it. */
const mustBeAnother = (actor: Actor, { proposedBy }: RecoveryRow): void => {
  if (actor.id === proposedBy)
    throw new ProblemError(403, 'PROPOSED_IT', 'You proposed this recovery, so another person decides it.');
};

type Decision = RecoveryAct & { readonly decision: 'APPROVE' | 'DISMISS'; readonly reason: string };

/**
 * Approves or dismisses what was proposed.
 * @throws ProblemError NOT_FOUND, VERSION_STALE, RECOVERY_MOVED_ON, PROPOSED_IT
 */
export const decideRecovery = async (desk: Desk, input: Decision): Promise<Outcome> => {
  const read = await readRecoveryForChange(desk, input);
  if ('before' in read) return { receipt: read.before };
  const { row } = read;
  const { actor, at, decision, reason } = input;
  mustBe(row, 'PROPOSED');
  mustBeAnother(actor, row);
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

type WriteOff = RecoveryAct & { readonly reason: string };

/**
 * Gives up what has not come back: a recorded act with its reason, in the ledger of each entitlement.
 * @throws ProblemError NOT_FOUND, VERSION_STALE, RECOVERY_MOVED_ON, PROPOSED_IT
 */
export const writeOffRecovery = async (desk: Desk, input: WriteOff): Promise<Outcome> => {
  const read = await readRecoveryForChange(desk, input);
  if ('before' in read) return { receipt: read.before };
  const { row, head } = read;
  const { actor, at, reason } = input;
  mustBe(row, 'APPROVED');
  mustBeAnother(actor, row);
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
