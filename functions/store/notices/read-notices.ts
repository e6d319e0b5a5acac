import * as z from 'zod';
import { applicationId } from '../../contracts/application.ts';
import {
  noticeLine,
  noticeRow,
  type NoticeId,
  type NoticeLine,
  type NoticeRow,
} from '../../contracts/notice.ts';
import type { IsoDate } from '../../contracts/scalars.ts';
import { ProblemError } from '../../platform/errors.ts';
import type { KeylessDesk } from '../desk.ts';
import { noticeLinesKey, noticePartition, rowKey } from '../keys.ts';
import { queryWork } from '../query-work.ts';
import { readItem, type Item, type Page } from '../read-application.ts';

const withLines = z.object({ lines: z.string() });
const linesOf = (item: Item | undefined): NoticeLine[] =>
  z.array(noticeLine).parse(JSON.parse(withLines.parse(item).lines));

export const applicationOfNotice = (id: NoticeId) => applicationId.parse(id.slice(0, id.indexOf('.')));

const noSuchNotice = (): ProblemError =>
  new ProblemError(404, 'NOT_FOUND', 'There is no such public notice.');

/** A county's notices that hang today, the first to end first. */
export const listNotices = async (
  { table }: KeylessDesk,
  input: {
    readonly division: string;
    readonly today: IsoDate;
    readonly limit: number;
    readonly start?: Item | undefined;
  },
): Promise<Page<NoticeRow>> => {
  const page = await queryWork(table, {
    partition: noticePartition(input.division),
    from: input.today,
    ...input,
  });
  const items = page.items.map((item) => noticeRow.parse(item));
  return page.next ? { items, next: page.next } : { items };
};

/**
 * One notice with a page of its list (200 lines), counted from 1.
 * @throws ProblemError NOT_FOUND, also for a list that was prepared but never hung out
 */
export const readNotice = async (
  { table }: KeylessDesk,
  id: NoticeId,
  page = 1,
): Promise<{ notice: NoticeRow; lines: NoticeLine[]; nextPage?: number }> => {
  const application = applicationOfNotice(id);
  const item = await readItem(table, rowKey(application, 'NOTICE', id));
  if (item === undefined) throw noSuchNotice();
  const notice = noticeRow.parse(item);
  if (notice.status === 'PREPARED' || page > notice.pages) throw noSuchNotice();
  const lines = linesOf(page === 1 ? item : await readItem(table, noticeLinesKey(application, id, page)));
  return page < notice.pages ? { notice, lines, nextPage: page + 1 } : { notice, lines };
};
