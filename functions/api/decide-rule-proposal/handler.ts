import { decideRuleProposalOperation } from '../../contracts/api/rule-values.ts';
import { asChange } from '../../platform/route.ts';
import { decideProposal } from '../../store/rule-values/decide-proposal.ts';
import { followUpApproval } from '../../store/rule-values/follow-up.ts';
import { keylessDesk } from '../../store/container-table.ts';
import { machine } from '../services.ts';
import { decideRuleProposal } from './decide-rule-proposal.ts';

/** Applications that one request lets go on; a province's value may concern thousands, and the sweeper does the rest. */
const roomOfRequest = 50;

export const handler = asChange(decideRuleProposalOperation, () =>
  decideRuleProposal({
    decide: (input) => decideProposal(keylessDesk(), input),
    followUp: (item, at) =>
      followUpApproval(keylessDesk(), machine().answer, item, { at, room: roomOfRequest }),
  }),
);
