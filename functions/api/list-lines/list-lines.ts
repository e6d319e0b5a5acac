import type { listLinesOperation } from '../../contracts/api/application-reads.ts';
import type { ApplicationHead, ApplicationId } from '../../contracts/application.ts';
import type { StoredLine } from '../../contracts/stored-line.ts';
import { createPager } from '../../platform/cursor.ts';
import type { ReadRun } from '../../platform/route.ts';
import type { Vault } from '../../platform/vault.ts';
import type { Item, Page } from '../../store/read-application.ts';
import { mustBeReadable } from '../access/may-read.ts';
import { lineViewOf } from '../views/line-view.ts';

export type Deps = {
  readonly readHead: (id: ApplicationId) => Promise<ApplicationHead | undefined>;
  readonly readLines: (
    id: ApplicationId,
    page: { readonly limit: number; readonly start: Item | undefined },
  ) => Promise<Page<StoredLine>>;
  readonly vault: Vault;
};

export const listLines =
  ({ readHead, readLines, vault }: Deps): ReadRun<typeof listLinesOperation> =>
  async ({ actor, params: { applicationId }, query: { limit, cursor } }) => {
    const pager = createPager(vault, 'listLines', actor.id, applicationId);
    const start = pager.start(cursor);
    const [head, page] = await Promise.all([
      readHead(applicationId),
      readLines(applicationId, { limit, start }),
    ]);
    mustBeReadable(head, actor);
    return { items: page.items.map(lineViewOf), ...pager.next(page.next) };
  };
