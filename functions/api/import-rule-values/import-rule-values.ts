import type { importRuleValuesOperation } from '../../contracts/api/rule-values.ts';
import { newProposalId } from '../../platform/ids.ts';
import type { ChangeRun } from '../../platform/route.ts';
import { dayOf } from '../../platform/time.ts';
import type { ProposalReceipt } from '../../store/rule-values/change-proposal.ts';
import type { ValuesImported } from '../../store/rule-values/import-values.ts';

export type Deps = { readonly importFile: (input: ValuesImported) => Promise<ProposalReceipt> };

export const importRuleValues =
  ({ importFile }: Deps): ChangeRun<typeof importRuleValuesOperation> =>
  ({ actor, at, params: { division }, body: { text }, idempotency }) =>
    importFile({
      division,
      proposalId: newProposalId(division, dayOf(at)),
      actor,
      at,
      request: idempotency,
      text,
    });
