import type { Actor } from '../../contracts/actor.ts';
import type { RecoveryPart, RecoveryRow } from '../../contracts/recovery.ts';
import { ProblemError } from '../../platform/errors.ts';
import { mayDecide } from '../../rules/four-eyes/may-decide.ts';
import type { Outcome } from '../delivery.ts';
import type { KeylessDesk } from '../desk.ts';
import { entryWrite } from '../ledger/entry-writes.ts';
import type { Write } from '../transact.ts';
import { seqAfter } from '../waits/rows.ts';
import { changeWithRecovery } from './change-with-recovery.ts';
import { mustBe, readRecoveryForChange, type RecoveryAct, type RecoveryAndHead } from './read-recovery.ts';
import { mustStillBeTooMuch } from './still-too-much.ts';

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

/** A person's word, approved by another, stands in the ledger: what they ask back is not due again. */
const limits = (
  { recoveryId, applicationId, foundBy }: RecoveryRow,
  parts: readonly RecoveryPart[],
  by: { readonly at: string; readonly by: string },
): Write[] =>
  foundBy === 'PERSON'
    ? parts.map((part) =>
        entryWrite('LIMIT', { entryId: `${recoveryId}.LIMIT`, applicationId, recoveryId, ...by }, part, {
          period: part.period,
          amountFen: part.amountFen,
          keepsFen: part.fullFen,
        }),
      )
    : [];

/** Approved, it asks for what the ledger says at this moment; dismissed, it stays as it was proposed. */
const whatIsDecided = async (
  desk: KeylessDesk,
  row: RecoveryRow,
  { decision, at, actor }: RecoveryDecision,
) => {
  if (decision === 'DISMISS') return { set: { state: 'DISMISSED' } } as const;
  const parts = await mustStillBeTooMuch(desk, row);
  return { set: { state: 'APPROVED', parts }, alongside: limits(row, parts, { at, by: actor.id }) } as const;
};

export type RecoveryDecision = RecoveryAct & {
  readonly decision: 'APPROVE' | 'DISMISS';
  readonly reason: string;
};

/**
 * Approves or dismisses what was proposed.
 * @throws ProblemError NOT_FOUND, VERSION_STALE, RECOVERY_MOVED_ON, PROPOSED_IT, FOUR_EYES, RECOVERY_OUT_OF_DATE
 */
export const decideRecovery = async (desk: KeylessDesk, input: RecoveryDecision): Promise<Outcome> => {
  const read = await readRecoveryForChange(desk, input);
  if ('before' in read) return { receipt: read.before };
  const { row } = read;
  const { actor, at, decision, reason } = input;
  mustBe(row, 'PROPOSED');
  mustBeAnother(actor, read);
  const { set, ...writes } = await whatIsDecided(desk, row, input);
  return changeWithRecovery(desk, input, read, {
    type: 'RECOVERY_DECIDED',
    role: 'COUNTY_APPROVER',
    details: { decision, reason, amountFen: row.amountFen },
    set: { ...set, decidedAt: at, decidedBy: actor.id, decidedReason: reason },
    ...writes,
  });
};

export type RecoveryWriteOff = RecoveryAct & { readonly reason: string };

/**
 * Gives up what has not come back: a recorded act with its reason, in the ledger of each entitlement.
 * @throws ProblemError NOT_FOUND, VERSION_STALE, RECOVERY_MOVED_ON, PROPOSED_IT, FOUR_EYES
 */
export const writeOffRecovery = async (desk: KeylessDesk, input: RecoveryWriteOff): Promise<Outcome> => {
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
