import type { listPayoutsOperation } from '../../contracts/api/payouts.ts';
import { createPager } from '../../platform/cursor.ts';
import type { ReadRun } from '../../platform/route.ts';
import { dayOf } from '../../platform/time.ts';
import type { Vault } from '../../platform/vault.ts';
import type { PayablePayout } from '../../store/payouts/list-payouts.ts';
import type { Item, Page } from '../../store/read-application.ts';

export type Deps = {
  readonly listPayouts: (page: {
    readonly division: string;
    readonly limit: number;
    readonly start: Item | undefined;
  }) => Promise<Page<PayablePayout>>;
  readonly vault: Vault;
};

export const listPayouts =
  (deps: Deps): ReadRun<typeof listPayoutsOperation> =>
  async ({ actor: { id, division }, at, query: { limit, cursor } }) => {
    const pager = createPager(deps.vault, 'listPayouts', id, division);
    const { items, next } = await deps.listPayouts({ division, limit, start: pager.start(cursor) });
    const today = dayOf(at);
    return {
      items: items.map(({ payout, version }) => ({
        ...payout,
        overdue: payout.dueOn !== undefined && payout.dueOn < today,
        version,
      })),
      ...pager.next(next),
    };
  };
