import * as z from 'zod';
import { both } from '../both.ts';
import { handlingCounty } from '../divisions.ts';
import { instrument } from '../instruments.ts';
import { noticeId, noticeLine } from '../notice.ts';
import { plainLines, plainText } from '../plain-text.ts';
import { fen, isoDate } from '../scalars.ts';
import type { Operation } from './operation.ts';
import { noBody, nothing, pageOf, pageQuery, paging } from './parts.ts';

const tag = 'Public notices';
const cacheSeconds = 60;

const ofNotice = z.strictObject({ noticeId });

/** What hangs on the wall: an organisation by its name, a person not at all; workers in the list, masked. */
export const noticeView = z.object({
  noticeId,
  instrument,
  division: z.string(),
  organisation: z.string().optional(),
  lineCount: z.int(),
  amountFen: fen,
  startsOn: isoDate,
  endsOn: isoDate,
  listHash: z.string().describe('SHA-256 of the frozen list'),
});
export type NoticeView = z.infer<typeof noticeView>;

export const listNoticesOperation = {
  operationId: 'listNotices',
  method: 'GET',
  path: '/notices',
  tag,
  access: 'PUBLIC',
  summary: { zh: '查看某县正在公示的名单', en: 'List a county’s current public notices' },
  params: nothing,
  query: z.strictObject({ division: handlingCounty, ...paging }),
  body: noBody,
  status: 200,
  cacheSeconds,
  response: pageOf(noticeView),
  problems: ['INVALID_CURSOR'],
} as const satisfies Operation;

export const getNoticeOperation = {
  operationId: 'getNotice',
  method: 'GET',
  path: '/notices/{noticeId}',
  tag,
  access: 'PUBLIC',
  summary: { zh: '查看一份公示及名单', en: 'Read a public notice and its list' },
  params: ofNotice,
  query: pageQuery.pick({ cursor: true }),
  body: noBody,
  status: 200,
  cacheSeconds,
  response: noticeView.extend({ lines: z.array(noticeLine), nextCursor: z.string().optional() }),
  problems: ['NOT_FOUND', 'INVALID_CURSOR'],
} as const satisfies Operation;

export const raiseObjectionOperation = {
  operationId: 'raiseObjection',
  method: 'POST',
  path: '/notices/{noticeId}/objections',
  tag,
  access: 'PUBLIC',
  summary: { zh: '对公示提出异议', en: 'Object to a public notice' },
  params: ofNotice,
  query: nothing,
  body: z.strictObject({
    lineNo: z.int().min(1).max(5000).optional().describe('The line objected to; without it the whole list'),
    text: plainLines(1000, 10, both('say in at least 10 characters what is wrong', '请至少用10个字说明问题')),
    contact: plainText(100, 3).optional().describe('How to reach the objector; kept sealed'),
  }),
  status: 202,
  response: z.object({ receiptNo: z.string() }),
  problems: ['NOT_FOUND', 'NOTICE_ENDED'],
} as const satisfies Operation;
