import * as z from 'zod';
import type { getNoticeOperation } from '../../contracts/api/notices.ts';
import type { NoticeId, NoticeLine, NoticeRow } from '../../contracts/notice.ts';
import { createPager } from '../../platform/cursor.ts';
import type { PublicReadRun } from '../../platform/route.ts';
import type { Vault } from '../../platform/vault.ts';
import { noticeViewOf } from '../views/notice-view.ts';

export type Deps = {
  readonly readNotice: (
    id: NoticeId,
    page: number,
  ) => Promise<{ readonly notice: NoticeRow; readonly lines: NoticeLine[]; readonly nextPage?: number }>;
  readonly vault: Vault;
};

const ofPage = z.object({ page: z.int().min(1) });

/** The list was frozen in pages; a cursor names the next of them. */
export const getNotice =
  ({ readNotice, vault }: Deps): PublicReadRun<typeof getNoticeOperation> =>
  async ({ params: { noticeId }, query: { cursor } }) => {
    const pager = createPager(vault, 'getNotice', noticeId);
    const { page } = ofPage.parse(pager.start(cursor) ?? { page: 1 });
    const { notice, lines, nextPage } = await readNotice(noticeId, page);
    return {
      ...noticeViewOf(notice),
      lines,
      ...pager.next(nextPage === undefined ? undefined : { page: nextPage }),
    };
  };
