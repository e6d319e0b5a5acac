import type { listNoticesOperation } from '../../contracts/api/notices.ts';
import type { NoticeRow } from '../../contracts/notice.ts';
import type { IsoDate } from '../../contracts/scalars.ts';
import { createPager } from '../../platform/cursor.ts';
import type { PublicReadRun } from '../../platform/route.ts';
import { dayOf } from '../../platform/time.ts';
import type { Vault } from '../../platform/vault.ts';
import type { Item, Page } from '../../store/read-application.ts';
import { noticeViewOf } from '../views/notice-view.ts';

export type Deps = {
  readonly listNotices: (page: {
    readonly division: string;
    readonly today: IsoDate;
    readonly limit: number;
    readonly start: Item | undefined;
  }) => Promise<Page<NoticeRow>>;
  readonly vault: Vault;
};

export const listNotices =
  (deps: Deps): PublicReadRun<typeof listNoticesOperation> =>
  async ({ at, query: { division, limit, cursor } }) => {
    const pager = createPager(deps.vault, 'listNotices', division);
    const page = { division, today: dayOf(at), limit, start: pager.start(cursor) };
    const { items, next } = await deps.listNotices(page);
    return { items: items.map(noticeViewOf), ...pager.next(next) };
  };
