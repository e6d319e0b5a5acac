import { describe, expect, test } from 'vitest';
import { answerText } from './answer-text.ts';
import { pick } from './pick.ts';
import { requestOf } from './request-of.ts';

const json = (body: unknown, status = 200, type = 'application/json') =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': type } });

describe('a request', () => {
  test('of a change has an Idempotency-Key of its own, unless one is named', () => {
    const key = (named?: string) =>
      requestOf('POST', { set: [], ...(named !== undefined && { key: named }) }).headers.get(
        'idempotency-key',
      );
    expect(key()).not.toBe(key());
    expect(key('key-00000001')).toBe('key-00000001');
    expect(requestOf('GET', { set: [] }).headers.has('idempotency-key')).toBe(false);
  });

  test('takes fields into its body and leaves the rest as it is', () => {
    const request = requestOf('PUT', { body: '{"a":[1],"version":"1"}', set: ['version=7-3f=', 'reason='] });
    expect(request).toMatchObject({ body: '{"a":[1],"version":"7-3f=","reason":""}' });
  });

  test.each([
    ['a body that is no object', { body: '[1]', set: ['a=b'] }, 'BODY_NOT_AN_OBJECT'],
    ['a body that is not JSON', { body: '{"a"', set: ['a=b'] }, 'BODY_NOT_AN_OBJECT'],
    ['a field without a value', { set: ['version'] }, 'FIELD_WITHOUT_VALUE'],
    ['a file that is not there', { body: '@/nowhere.json', set: [] }, 'FILE_UNREADABLE'],
  ])('%s is wrong use', (_case, options, code) => {
    expect(() => requestOf('POST', options)).toThrow(expect.objectContaining({ code, exitCode: 2 }));
  });
});

describe('an answer', () => {
  test('is printed whole, or the one field that was asked for', async () => {
    expect(await answerText(json({ a: [{ b: '甲' }] }), undefined)).toContain('\n  "a"');
    expect(await answerText(json({ a: [{ b: '甲' }] }), 'a.0.b')).toBe('甲');
    expect(pick({ a: { n: 2 } }, 'a')).toBe('{"n":2}');
  });

  test('without that field says so; what every object inherits is no field', () => {
    for (const field of ['b', 'a.0.b', 'constructor', 'a.length'])
      expect(() => pick({ a: {} }, field)).toThrow(expect.objectContaining({ code: 'FIELD_NOT_FOUND' }));
  });

  test('that is a refusal names the desk’s code, and each field on a line, with exit code 1', async () => {
    const problem = {
      type: 'about:blank',
      title: 'x',
      status: 400,
      code: 'INVALID_INPUT',
      detail: 'One field is missing or wrong.',
      messageZh: '有一项内容缺失或有误。',
      instance: 'r-1',
      errors: [{ path: 'lines[0].lineNo', code: 'REQUIRED', message: 'is missing', messageZh: '缺失' }],
    };
    await expect(answerText(json(problem, 400, 'application/problem+json'), undefined)).rejects.toMatchObject(
      {
        code: 'INVALID_INPUT',
        exitCode: 1,
        message: expect.stringContaining('\n  lines[0].lineNo: is missing') as string,
      },
    );
    await expect(answerText(new Response('bad gateway', { status: 502 }), undefined)).rejects.toMatchObject({
      code: 'HTTP_502',
    });
  });
});
