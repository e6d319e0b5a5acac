import { ProblemError } from '../../platform/errors.ts';
import { dayOf } from '../../platform/time.ts';
import type { RecognitionLife } from '../../contracts/recognition-change.ts';
import type { RecognitionRecord } from '../../contracts/registers/organisation.ts';
import type { IsoDate } from '../../contracts/scalars.ts';
import { statusAfter } from '../../rules/recognition-changes.ts';
import type { KeylessDesk } from '../desk.ts';
import { doerOf } from '../doer.ts';
import { entitlementKey } from '../keys.ts';
import type { Write } from '../transact.ts';
import {
  changeRecognition,
  type Asking,
  type Change,
  type RecognitionReceipt,
} from './change-recognition.ts';
import { mustBePossible } from './propose-change.ts';
import type { Recognition } from './read-recognition.ts';

export type ProposalDecision = Asking & {
  readonly decision: 'CONFIRM' | 'DECLINE';
  readonly reason: string;
};

type Proposed = NonNullable<RecognitionLife['proposal']>;

/** @throws ProblemError NO_PROPOSAL, FOUR_EYES */
const proposalFor = ({ life }: Recognition, { actor }: ProposalDecision): Proposed => {
  const proposal = life?.proposal;
  if (proposal === undefined)
    throw new ProblemError(409, 'NO_PROPOSAL', 'Nothing has been proposed for this recognition.');
  if (proposal.by === actor.id)
    throw new ProblemError(403, 'FOUR_EYES', 'You proposed this; somebody else must confirm it.');
  return proposal;
};

const entryAfter = (
  { record }: Recognition,
  { change, reason }: Proposed,
  today: IsoDate,
): RecognitionRecord | undefined => {
  const status = statusAfter[change];
  if (status === undefined) return undefined;
  const { history, source } = record;
  return {
    ...record,
    history: [...history, { status, from: today, reason }],
    source: { ...source, asOf: today, version: source.version + 1 },
  };
};

/** Once it is revoked, its enterprise may apply for a workshop again. An award stays paid once. */
const freedKeys = ({ record }: Recognition, { change }: Proposed): Write[] =>
  change === 'REVOKE' && record.kind === 'WORKSHOP'
    ? [{ Delete: { Key: entitlementKey('WORKSHOP_RECOGNITION', record.organisationId, 'ONCE') } }]
    : [];

const confirm = (seen: Recognition, proposal: Proposed, input: ProposalDecision): Change => {
  const { actor, at, reason } = input;
  const today = dayOf(at);
  mustBePossible(seen, proposal.change, today);
  const record = entryAfter(seen, proposal, today);
  const details = { change: proposal.change, reason, proposedBy: proposal.by };
  return {
    ...(record && { record }),
    life: {},
    event: { type: 'CHANGE_CONFIRMED', at, by: doerOf(actor), details },
    alongside: freedKeys(seen, proposal),
  };
};

const decline = (
  { life }: Recognition,
  proposal: Proposed,
  { actor, at, reason }: ProposalDecision,
): Change => ({
  life: life?.review ? { review: life.review } : {},
  event: {
    type: 'CHANGE_DECLINED',
    at,
    by: doerOf(actor),
    details: { change: proposal.change, reason, proposedBy: proposal.by },
  },
});

/**
 * Confirms or declines what somebody else proposed (four eyes). A confirmed change is in force from today; a review
 * ends with it.
 * @throws ProblemError NOT_FOUND, VERSION_STALE, NO_PROPOSAL, FOUR_EYES, CHANGE_NOT_POSSIBLE
 */
export const decideChange = (desk: KeylessDesk, input: ProposalDecision): Promise<RecognitionReceipt> =>
  changeRecognition(desk, input, (seen) => {
    const proposal = proposalFor(seen, input);
    return input.decision === 'CONFIRM' ? confirm(seen, proposal, input) : decline(seen, proposal, input);
  });
