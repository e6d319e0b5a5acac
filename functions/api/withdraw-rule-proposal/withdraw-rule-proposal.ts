import type { withdrawRuleProposalOperation } from '../../contracts/api/rule-values.ts';
import type { ChangeRun } from '../../platform/route.ts';
import type { AskedOfRules, ProposalReceipt } from '../../store/rule-values/change-proposal.ts';
import { divisionOfProposal } from '../../store/rule-values/division-of-proposal.ts';

export type Deps = { readonly withdraw: (input: AskedOfRules) => Promise<ProposalReceipt> };

export const withdrawRuleProposal =
  ({ withdraw }: Deps): ChangeRun<typeof withdrawRuleProposalOperation> =>
  ({ actor, at, params: { proposalId }, idempotency }) =>
    withdraw({ division: divisionOfProposal(proposalId), proposalId, actor, at, request: idempotency });
