import { expect, test, vi } from 'vitest';
import { noticeId } from '../../contracts/notice.ts';
import type { Objection } from '../../store/notices/raise-objection.ts';
import { aRequest, aVersion, anId } from '../../../test/builders/rows.ts';
import { raiseObjection } from './raise-objection.ts';

const receipt = { applicationId: anId, state: 'ON_NOTICE', version: aVersion } as const;

const object = async (key: string) => {
  const raise = vi
    .fn<(input: Objection) => Promise<{ receipt: typeof receipt }>>()
    .mockResolvedValue({ receipt });
  const answer = await raiseObjection({ raise, deliver: async (outcome) => outcome.receipt })({
    visitor: 'public-1',
    at: '2020-03-18T02:00:00.000Z',
    requestId: 'r',
    params: { noticeId: noticeId.parse(`${anId}.NOTICE.6`) },
    query: {},
    body: { text: '此人三月份一直在村里。' },
    idempotency: { ...aRequest, caller: 'public-1', key },
  });
  return { answer, input: raise.mock.calls[0]?.[0] };
};

test('the objector gets a number to ask by, and the same one when the request is repeated', async () => {
  const [first, again, another] = await Promise.all([
    object('key-11111111'),
    object('key-11111111'),
    object('key-22222222'),
  ]);
  expect(first.answer.receiptNo).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
  expect(again.answer).toEqual(first.answer);
  expect(another.answer).not.toEqual(first.answer);
  expect(first.input?.objectionId).toBe(first.answer.receiptNo);
});

test('an objection without a line or a contact says so by leaving them out', async () => {
  const { input } = await object('key-11111111');
  expect(input).not.toHaveProperty('lineNo');
  expect(input).not.toHaveProperty('contact');
});
