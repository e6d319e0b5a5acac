import type { ProposalId } from '../../contracts/rule-proposal.ts';

/** `P141124-20200316-7K3M9QW2ZD` is of 141124. */
export const divisionOfProposal = (id: ProposalId): string => id.slice(1, 7);
