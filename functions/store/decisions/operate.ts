import { ProblemError } from '../../platform/errors.ts';
import { withdrawable } from '../../contracts/transitions.ts';
import type { Case, Consequence } from './decision.ts';

/** The administrator has set the missing value, or the county does not pay this. */
export const decideConfiguration = ({ decision, reason }: Case): Consequence =>
  decision === 'RECHECK'
    ? { answer: { decision: 'RECHECK' }, set: { flags: [] } }
    : { answer: { decision: 'REFUSED' }, set: { flags: [], endReason: reason } };

/**
 * A parked application goes on where it stopped, or is abandoned.
 * @throws ProblemError MONEY_APPROVED when money was already approved: it must go on
 */
export const decideOperation = ({ decision, head, reason }: Case): Consequence => {
  if (decision === 'RECHECK') return { answer: { decision: 'RESUME' }, set: { flags: [] } };
  if (!withdrawable.includes(head.state))
    throw new ProblemError(
      409,
      'MONEY_APPROVED',
      'Money has been approved; mend the cause and let the application go on.',
    );
  return { answer: { decision: 'ABANDONED' }, set: { flags: [], endReason: reason } };
};
