import type { proposeRuleValuesOperation } from '../../contracts/api/rule-values.ts';
import { newProposalId } from '../../platform/ids.ts';
import type { ChangeRun } from '../../platform/route.ts';
import { dayOf } from '../../platform/time.ts';
import type { ProposalReceipt } from '../../store/rule-values/change-proposal.ts';
import type { ValuesProposed } from '../../store/rule-values/propose-values.ts';

export type Deps = { readonly propose: (input: ValuesProposed) => Promise<ProposalReceipt> };

export const proposeRuleValues =
  ({ propose }: Deps): ChangeRun<typeof proposeRuleValuesOperation> =>
  ({ actor, at, params: { division }, body: { changes }, idempotency }) =>
    propose({
      division,
      proposalId: newProposalId(division, dayOf(at)),
      actor,
      at,
      request: idempotency,
      changes,
    });
