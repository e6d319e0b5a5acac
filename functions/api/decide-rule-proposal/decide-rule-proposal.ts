import type { decideRuleProposalOperation } from '../../contracts/api/rule-values.ts';
import type { Instant } from '../../contracts/scalars.ts';
import { logEvent } from '../../platform/log.ts';
import type { ChangeRun } from '../../platform/route.ts';
import type { ProposalReceipt } from '../../store/rule-values/change-proposal.ts';
import type { ProposalDecided } from '../../store/rule-values/decide-proposal.ts';
import { divisionOfProposal } from '../../store/rule-values/division-of-proposal.ts';
import type { FollowUp } from '../../store/rule-values/follow-up-item.ts';

export type Deps = {
  readonly decide: (input: ProposalDecided) => Promise<ProposalReceipt>;
  /** Lets the claims go on that waited for the value. */
  readonly followUp: (item: FollowUp, at: Instant) => Promise<unknown>;
};

/** The approval stands whatever becomes of this; the sweeper does what is left. */
const letGoOn = async (
  { followUp }: Deps,
  { proposalId, division }: ProposalReceipt,
  at: Instant,
): Promise<void> => {
  try {
    await followUp({ division, proposalId, approvedAt: at }, at);
  } catch (error) {
    logEvent('FOLLOW_UP_LEFT_TO_SWEEPER', { errorName: error instanceof Error ? error.name : 'unknown' });
  }
};

export const decideRuleProposal =
  (deps: Deps): ChangeRun<typeof decideRuleProposalOperation> =>
  async ({ actor, at, params: { proposalId }, body, idempotency }) => {
    const division = divisionOfProposal(proposalId);
    const receipt = await deps.decide({ division, proposalId, actor, at, request: idempotency, ...body });
    if (receipt.state === 'APPROVED') await letGoOn(deps, receipt, at);
    return receipt;
  };
