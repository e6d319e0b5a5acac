import type { listRecognitionsOperation } from '../../contracts/api/recognitions.ts';
import { createPager } from '../../platform/cursor.ts';
import type { ReadRun } from '../../platform/route.ts';
import { dayOf } from '../../platform/time.ts';
import type { Vault } from '../../platform/vault.ts';
import type { Item, Page } from '../../store/read-application.ts';
import type { NamedRecognition } from '../../store/recognitions/list-recognitions.ts';
import { mustSee } from '../access/sees-division.ts';
import { recognitionViewOf } from '../views/recognition-view.ts';

export type Deps = {
  readonly list: (page: {
    readonly division: string;
    readonly limit: number;
    readonly start: Item | undefined;
  }) => Promise<Page<NamedRecognition>>;
  readonly vault: Vault;
};

export const listRecognitions =
  ({ list, vault }: Deps): ReadRun<typeof listRecognitionsOperation> =>
  async ({ actor, at, params: { division }, query: { limit, cursor } }) => {
    mustSee(actor, division);
    const pager = createPager(vault, 'listRecognitions', actor.id, division);
    const { items, next } = await list({ division, limit, start: pager.start(cursor) });
    return {
      items: items.map((recognition) => recognitionViewOf(recognition, actor, dayOf(at))),
      ...pager.next(next),
    };
  };
