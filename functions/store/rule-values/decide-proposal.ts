import type { RuleProposal, StoredValue } from '../../contracts/rule-proposal.ts';
import { ProblemError } from '../../platform/errors.ts';
import type { KeylessDesk } from '../desk.ts';
import { doerOf } from '../doer.ts';
import {
  changeProposal,
  type AskedOfRules,
  type ProposalReceipt,
  type RulesAfter,
  type SeenRules,
} from './change-proposal.ts';
import { followUpWrite } from './follow-up-item.ts';
import { mustBeRight, placeInBody, rowsOfChanges } from './must-be-right.ts';
import { detailsOf } from './propose-values.ts';

export type ProposalDecided = AskedOfRules & {
  readonly decision: 'APPROVE' | 'REJECT';
  readonly reason: string;
};

const notFound = (): ProblemError =>
  new ProblemError(404, 'NOT_FOUND', 'There is no such proposal in your division.');

/** @throws ProblemError NOT_FOUND, PROPOSAL_DECIDED */
export const openProposal = (seen: SeenRules, { actor, division }: AskedOfRules): RuleProposal => {
  const { proposal } = seen;
  if (proposal === undefined || actor.division !== division) throw notFound();
  if (proposal.state === 'PROPOSED') return proposal;
  throw new ProblemError(
    409,
    'PROPOSAL_DECIDED',
    `This proposal is ${proposal.state} already; nothing was changed.`,
    { decision: proposal.state },
  );
};

const mustBeAnother = ({ enteredBy }: RuleProposal, { actor }: AskedOfRules): void => {
  if (enteredBy !== actor.id) return;
  throw new ProblemError(403, 'FOUR_EYES', 'You proposed these values; somebody else decides on them.', {
    messageZh: '这些规则值由您提出，须由另一人审批。',
  });
};

const storedRows = (
  { changes, level, division, proposalId, enteredBy, enteredAt }: RuleProposal,
  { own, rows }: SeenRules,
  { actor, at }: AskedOfRules,
): StoredValue[] => {
  const right = mustBeRight(rowsOfChanges(changes, level, division), rows, placeInBody);
  const record = { level, division, proposalId, enteredBy, enteredAt, approvedBy: actor.id, approvedAt: at };
  return changes.map((change, index) => ({
    ...change,
    ...record,
    ...(right[index]?.isCap === true && { isCap: true }),
    revision: own.revision + 1,
  }));
};

const decided = (proposal: RuleProposal, input: ProposalDecided, seen: SeenRules): RulesAfter => {
  const { actor, at, reason, decision } = input;
  const approves = decision === 'APPROVE';
  const details = { ...detailsOf(proposal), reason, proposedBy: proposal.enteredBy };
  return {
    proposal: {
      ...proposal,
      state: approves ? 'APPROVED' : 'REJECTED',
      decidedBy: actor.id,
      decidedByName: actor.name,
      decidedAt: at,
      reason,
    },
    event: {
      type: approves ? 'VALUES_APPROVED' : 'VALUES_REJECTED',
      by: doerOf(actor, 'RULE_ADMIN'),
      details,
    },
    ...(approves && {
      added: storedRows(proposal, seen, input),
      alongside: [
        followUpWrite({ division: proposal.division, proposalId: proposal.proposalId, approvedAt: at }),
      ],
    }),
  };
};

/**
 * Approves or rejects what somebody else proposed; nobody is exempt. An approved value is in force from its own first
 * day, and is held once more against everything that was approved meanwhile.
 * @throws ProblemError NOT_FOUND, PROPOSAL_DECIDED, FOUR_EYES, RULE_VALUES_WRONG
 */
export const decideProposal = (desk: KeylessDesk, input: ProposalDecided): Promise<ProposalReceipt> =>
  changeProposal(desk, input, (seen) => {
    const proposal = openProposal(seen, input);
    mustBeAnother(proposal, input);
    return decided(proposal, input, seen);
  });
