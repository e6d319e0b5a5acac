import type { NoticeId } from '../../contracts/notice.ts';
import type { Instant, IsoDate } from '../../contracts/scalars.ts';
import { dayOf } from '../../platform/time.ts';
import { noticePartition } from '../keys.ts';

/** What makes a prepared list a public notice: its days, and its place among the county's current notices. */
export const publication = (division: string, noticeId: NoticeId, at: Instant, endsOn: IsoDate) => ({
  status: 'PUBLISHED' as const,
  publishedAt: at,
  startsOn: dayOf(at),
  endsOn,
  workPk: noticePartition(division),
  workSk: `${endsOn}#${noticeId}`,
});
export type Publication = ReturnType<typeof publication>;
