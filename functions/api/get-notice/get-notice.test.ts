import { expect, test, vi } from 'vitest';
import { getNoticeOperation } from '../../contracts/api/notices.ts';
import { noticeId, type NoticeId } from '../../contracts/notice.ts';
import { randomVault } from '../../../test/support/random-vault.ts';
import { aNotice, anId } from '../../../test/builders/rows.ts';
import { getNotice } from './get-notice.ts';

const vault = randomVault();
const id = noticeId.parse(`${anId}.NOTICE.6`);
const aPublicLine = {
  maskedName: '张**',
  division: '141124',
  workplace: '110105',
  periods: ['2020-03'],
  amountFen: 1,
};

test('a long list is read page by page, to its end', async () => {
  const readNotice = vi.fn(async (_id: NoticeId, page: number) => ({
    notice: aNotice({ pages: 3 }),
    lines: [{ lineNo: page, ...aPublicLine }],
    ...(page < 3 && { nextPage: page + 1 }),
  }));
  const read = getNotice({ readNotice, vault });
  const seen: number[] = [];
  let cursor: string | undefined;
  do {
    const query = cursor === undefined ? {} : { cursor };
    const page = getNoticeOperation.response.parse(
      await read({
        visitor: 'v',
        at: '2020-03-16T02:00:00.000Z',
        requestId: 'r',
        params: { noticeId: id },
        query,
        body: undefined,
      }),
    );
    seen.push(...page.lines.map(({ lineNo }) => lineNo));
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  expect(seen).toEqual([1, 2, 3]);
});
