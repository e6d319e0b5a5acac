import type { listDivisionApplicationsOperation } from '../../contracts/api/divisions.ts';
import type { ApplicationHead } from '../../contracts/application.ts';
import { createPager } from '../../platform/cursor.ts';
import type { ReadRun } from '../../platform/route.ts';
import { dayOf } from '../../platform/time.ts';
import type { Vault } from '../../platform/vault.ts';
import { nextStep } from '../../rules/sentences/next-step.ts';
import type { Item, Page } from '../../store/read-application.ts';
import { mustSee } from '../access/sees-division.ts';
import { summaryOf } from '../views/application-view.ts';

export type Deps = {
  readonly listDivision: (page: {
    readonly division: string;
    readonly limit: number;
    readonly start: Item | undefined;
  }) => Promise<Page<ApplicationHead>>;
  readonly vault: Vault;
};

/** Drafts are left out: nobody has asked the office for anything yet. A page may therefore be short. */
export const listDivisionApplications =
  ({ listDivision, vault }: Deps): ReadRun<typeof listDivisionApplicationsOperation> =>
  async ({ actor, at, params: { division }, query: { limit, cursor } }) => {
    mustSee(actor, division);
    const pager = createPager(vault, 'listDivisionApplications', actor.id, division);
    const { items, next } = await listDivision({ division, limit, start: pager.start(cursor) });
    return {
      items: items
        .filter(({ state }) => state !== 'DRAFT')
        .map((head) => ({ ...summaryOf(head), sentence: nextStep(head, dayOf(at)) })),
      ...pager.next(next),
    };
  };
