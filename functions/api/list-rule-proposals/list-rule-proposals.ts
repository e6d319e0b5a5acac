import type { listRuleProposalsOperation } from '../../contracts/api/rule-values.ts';
import type { RuleProposal } from '../../contracts/rule-proposal.ts';
import { createPager } from '../../platform/cursor.ts';
import type { ReadRun } from '../../platform/route.ts';
import type { Vault } from '../../platform/vault.ts';
import type { Item, Page } from '../../store/read-application.ts';
import { mustSee } from '../access/sees-division.ts';

export type Deps = {
  readonly list: (page: {
    readonly division: string;
    readonly limit: number;
    readonly start: Item | undefined;
  }) => Promise<Page<RuleProposal>>;
  readonly vault: Vault;
};

export const listRuleProposals =
  ({ list, vault }: Deps): ReadRun<typeof listRuleProposalsOperation> =>
  async ({ actor, params: { division }, query: { limit, cursor } }) => {
    mustSee(actor, division);
    const pager = createPager(vault, 'listRuleProposals', actor.id, division);
    const { items, next } = await list({ division, limit, start: pager.start(cursor) });
    return {
      items: items.map(({ enteredBy, enteredByName, decidedByName, ...proposal }) => ({
        ...proposal,
        enteredBy: enteredByName,
        decidedBy: decidedByName,
        yours: enteredBy === actor.id,
      })),
      ...pager.next(next),
    };
  };
