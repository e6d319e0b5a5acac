import type { NoticeView } from '../../contracts/api/notices.ts';
import type { NoticeRow } from '../../contracts/notice.ts';

/** A notice that hangs, or has hung: `startsOn` and `endsOn` are set when it is published. */
export const noticeViewOf = (notice: NoticeRow): NoticeView => ({
  noticeId: notice.noticeId,
  instrument: notice.instrument,
  division: notice.division,
  ...(notice.applicantName !== '' && { organisation: notice.applicantName }),
  lineCount: notice.lineCount,
  amountFen: notice.amountFen,
  startsOn: notice.startsOn ?? '',
  endsOn: notice.endsOn ?? '',
  listHash: notice.listHash,
});
