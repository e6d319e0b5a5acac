import type { RecognitionChange } from '../../contracts/recognition-change.ts';
import { ProblemError } from '../../platform/errors.ts';
import { dayOf } from '../../platform/time.ts';
import { possibleChanges } from '../../rules/recognition-changes.ts';
import { standingOn } from '../../rules/recognition.ts';
import type { KeylessDesk } from '../desk.ts';
import { doerOf } from '../doer.ts';
import { changeRecognition, type Asking, type RecognitionReceipt } from './change-recognition.ts';
import type { Recognition } from './read-recognition.ts';

export type Proposal = Asking & { readonly change: RecognitionChange; readonly reason: string };

/** What may be done to it on a day. */
export const changesOf = ({ record, life }: Recognition, today: string): RecognitionChange[] =>
  possibleChanges(standingOn(record, today), life?.review !== undefined);

/** @throws ProblemError CHANGE_NOT_POSSIBLE */
export const mustBePossible = (seen: Recognition, change: RecognitionChange, today: string): void => {
  const possible = changesOf(seen, today);
  if (possible.includes(change)) return;
  const status = standingOn(seen.record, today);
  throw new ProblemError(
    409,
    'CHANGE_NOT_POSSIBLE',
    `The recognition is ${status}; ${change} is not possible.`,
    { status, possible },
  );
};

/**
 * Proposes to suspend, resume, revoke or keep a recognition. Nothing changes until somebody else has confirmed it.
 * @throws ProblemError NOT_FOUND, VERSION_STALE, CHANGE_NOT_POSSIBLE, PROPOSAL_OPEN
 */
export const proposeChange = (desk: KeylessDesk, input: Proposal): Promise<RecognitionReceipt> => {
  const { actor, at, change, reason } = input;
  return changeRecognition(desk, input, (seen) => {
    if (seen.life?.proposal !== undefined)
      throw new ProblemError(409, 'PROPOSAL_OPEN', 'Another proposal waits for its confirmation.');
    mustBePossible(seen, change, dayOf(at));
    const { review } = seen.life ?? {};
    return {
      life: { ...(review && { review }), proposal: { change, reason, by: actor.id, at } },
      event: { type: 'CHANGE_PROPOSED', at, by: doerOf(actor), details: { change, reason } },
    };
  });
};
