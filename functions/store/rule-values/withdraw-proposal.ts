import { ProblemError } from '../../platform/errors.ts';
import type { KeylessDesk } from '../desk.ts';
import { doerOf } from '../doer.ts';
import { changeProposal, type AskedOfRules, type ProposalReceipt } from './change-proposal.ts';
import { openProposal } from './decide-proposal.ts';
import { detailsOf } from './propose-values.ts';

/**
 * Takes back what one proposed oneself.
 * @throws ProblemError NOT_FOUND, PROPOSAL_DECIDED, NOT_YOURS
 */
export const withdrawProposal = (desk: KeylessDesk, input: AskedOfRules): Promise<ProposalReceipt> =>
  changeProposal(desk, input, (seen) => {
    const { actor, at } = input;
    const proposal = openProposal(seen, input);
    if (proposal.enteredBy !== actor.id)
      throw new ProblemError(
        403,
        'NOT_YOURS',
        'Somebody else proposed these values; approve or reject them instead.',
      );
    return {
      proposal: { ...proposal, state: 'WITHDRAWN', decidedAt: at },
      event: {
        type: 'VALUES_WITHDRAWN',
        by: doerOf(actor, 'RULE_ADMIN'),
        details: detailsOf(proposal),
      },
    };
  });
