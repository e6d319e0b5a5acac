import { createHash } from 'node:crypto';
import { noticeId, type NoticeLine, type NoticeRow } from '../../contracts/notice.ts';
import type { ApplicationHead } from '../../contracts/application.ts';
import { placeOf } from '../../rules/line-definition.ts';
import type { StoredLine } from '../../contracts/stored-line.ts';
import { noticeLinesKey, rowKey } from '../keys.ts';
import type { Write } from '../transact.ts';
import type { Publication } from './publication.ts';
import { rowIdOf, seqAfter } from '../waits/rows.ts';

/** Lines to a page of the frozen list; the first page stands in the notice's own row. */
const linesPerPage = 200;

/** The public view of a line, field by field; what is not named here cannot appear on a wall. */
const publicView = (line: StoredLine, division: string): NoticeLine => ({
  lineNo: line.lineNo,
  maskedName: line.maskedName,
  division,
  workplace: placeOf(line.content),
  periods: line.earns.map(({ period }) => period),
  amountFen: line.amountFen,
});

export type PreparedNotice = {
  readonly noticeId: NoticeRow['noticeId'];
  /** The row itself, for the transaction that changes the application; `shown` hangs it out at once. */
  readonly row: (shown?: Publication) => Write;
  /** Further pages of a long list; written before it. */
  readonly pages: readonly Write[];
};

/** Freezes the list of approved lines. It is prepared with the decision and hung out by the machine's next step. */
export const prepareNotice = (head: ApplicationHead, approved: readonly StoredLine[]): PreparedNotice => {
  const id = noticeId.parse(rowIdOf(head.applicationId, 'NOTICE', seqAfter(head.version)));
  const views = approved.map((line) => publicView(line, head.division));
  const pageCount = Math.ceil(views.length / linesPerPage);
  const texts = Array.from({ length: pageCount }, (_, page) =>
    JSON.stringify(views.slice(page * linesPerPage, (page + 1) * linesPerPage)),
  );
  const row: NoticeRow = {
    noticeId: id,
    applicationId: head.applicationId,
    instrument: head.instrument,
    division: head.division,
    applicantName: head.applicantKind === 'ORGANISATION' ? head.applicantName : '',
    lineCount: views.length,
    amountFen: views.reduce((sum, { amountFen }) => sum + amountFen, 0),
    pages: pageCount,
    listHash: createHash('sha256').update(texts.join('\n')).digest('hex'),
    status: 'PREPARED',
  };
  return {
    noticeId: id,
    row: (shown) => ({
      Put: { Item: { ...rowKey(head.applicationId, 'NOTICE', id), ...row, lines: texts[0], ...shown } },
    }),
    pages: texts.slice(1).map((lines, index) => ({
      Put: { Item: { ...noticeLinesKey(head.applicationId, id, index + 2), lines } },
    })),
  };
};
