import type { listApplicationsOperation } from '../../contracts/api/application-reads.ts';
import type { Actor } from '../../contracts/actor.ts';
import type { ApplicationHead } from '../../contracts/application.ts';
import { createPager } from '../../platform/cursor.ts';
import type { ReadRun } from '../../platform/route.ts';
import { dayOf } from '../../platform/time.ts';
import type { Vault } from '../../platform/vault.ts';
import { nextStep } from '../../rules/sentences/next-step.ts';
import type { Item, Page } from '../../store/read-application.ts';
import { summaryOf } from '../views/application-view.ts';

export type Deps = {
  readonly listOwn: (
    actor: Actor,
    page: { readonly limit: number; readonly start: Item | undefined },
  ) => Promise<Page<ApplicationHead>>;
  readonly vault: Vault;
};

export const listApplications =
  ({ listOwn, vault }: Deps): ReadRun<typeof listApplicationsOperation> =>
  async ({ actor, at, query: { limit, cursor } }) => {
    const pager = createPager(vault, 'listApplications', actor.id, actor.organisationId ?? '');
    const { items, next } = await listOwn(actor, { limit, start: pager.start(cursor) });
    return {
      items: items.map((head) => ({ ...summaryOf(head), sentence: nextStep(head, dayOf(at)) })),
      ...pager.next(next),
    };
  };
