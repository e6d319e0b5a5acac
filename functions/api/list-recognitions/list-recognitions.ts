import type { listRecognitionsOperation } from '../../contracts/api/recognitions.ts';
import type { RuleValues } from '../../contracts/rule-values.ts';
import type { IsoDate } from '../../contracts/scalars.ts';
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
  readonly valuesOf: (division: string, day: IsoDate) => Promise<RuleValues>;
  readonly vault: Vault;
};

export const listRecognitions =
  ({ list, valuesOf, vault }: Deps): ReadRun<typeof listRecognitionsOperation> =>
  async ({ actor, at, params: { division }, query: { limit, cursor } }) => {
    mustSee(actor, division);
    const pager = createPager(vault, 'listRecognitions', actor.id, division);
    const { items, next } = await list({ division, limit, start: pager.start(cursor) });
    const values = await valuesOf(division, dayOf(at));
    return {
      items: items.map((recognition) => recognitionViewOf(recognition, actor, dayOf(at), values)),
      ...pager.next(next),
    };
  };
