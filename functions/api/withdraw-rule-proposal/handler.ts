import { withdrawRuleProposalOperation } from '../../contracts/api/rule-values.ts';
import { asChange } from '../../platform/route.ts';
import { withdrawProposal } from '../../store/rule-values/withdraw-proposal.ts';
import { keylessDesk } from '../../store/container-table.ts';
import { withdrawRuleProposal } from './withdraw-rule-proposal.ts';

export const handler = asChange(withdrawRuleProposalOperation, () =>
  withdrawRuleProposal({ withdraw: (input) => withdrawProposal(keylessDesk(), input) }),
);
