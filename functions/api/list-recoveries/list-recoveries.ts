import type { listRecoveriesOperation } from '../../contracts/api/recoveries.ts';
import { createPager } from '../../platform/cursor.ts';
import type { ReadRun } from '../../platform/route.ts';
import type { Vault } from '../../platform/vault.ts';
import type { Item, Page } from '../../store/read-application.ts';
import type { OpenRecovery } from '../../store/recoveries/list-recoveries.ts';
import { mustSee } from '../access/sees-division.ts';
import { recoveryViewOf } from '../views/recovery-view.ts';

export type Deps = {
  readonly list: (page: {
    readonly division: string;
    readonly limit: number;
    readonly start: Item | undefined;
  }) => Promise<Page<OpenRecovery>>;
  readonly vault: Vault;
};

export const listRecoveries =
  ({ list, vault }: Deps): ReadRun<typeof listRecoveriesOperation> =>
  async ({ actor, params: { division }, query: { limit, cursor } }) => {
    mustSee(actor, division);
    const pager = createPager(vault, 'listRecoveries', actor.id, division);
    const { items, next } = await list({ division, limit, start: pager.start(cursor) });
    return { items: items.map((open) => recoveryViewOf(open, actor)), ...pager.next(next) };
  };
