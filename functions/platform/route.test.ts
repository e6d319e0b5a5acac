import { beforeAll, describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import type { Role } from '../contracts/actor.ts';
import type { Operation } from '../contracts/api/operation.ts';
import { problemBody } from '../contracts/api/problem-body.ts';
import { nothing } from '../contracts/api/parts.ts';
import { citizenId } from '../contracts/citizen-id.ts';
import { fen, isoDate } from '../contracts/scalars.ts';
import { aGatewayEvent, readAnswer } from '../../test/support/gateway-event.ts';
import { audience, createIssuer, issuer, morning } from '../../test/support/issuer.ts';
import { ProblemError, TransientError } from './errors.ts';
import { asChange, asPublicChange, asRead } from './route.ts';
import { createSignIn } from './token.ts';

const office = ['COUNTY_VERIFIER', 'COUNTY_APPROVER'] as const satisfies readonly Role[];

const changeThing = {
  operationId: 'changeThing',
  method: 'POST',
  path: '/things/{thing}',
  tag: 'Things',
  access: office,
  summary: { zh: '改', en: 'Change a thing' },
  params: z.strictObject({ thing: z.string().regex(/^T\d$/, 'a thing looks like T1') }),
  query: nothing,
  body: z.strictObject({
    worker: z.strictObject({ citizenId }),
    amountFen: fen,
    on: isoDate,
  }),
  status: 201,
  response: z.object({ done: z.string() }),
  problems: [],
} as const satisfies Operation;

const readThing = {
  ...changeThing,
  operationId: 'readThing',
  method: 'GET',
  body: z.undefined(),
  status: 200,
  query: z.strictObject({ limit: z.coerce.number<string>().int().max(100).default(25) }),
} as const satisfies Operation;

let ours: Awaited<ReturnType<typeof createIssuer>>;
beforeAll(async () => {
  ours = await createIssuer();
});
const signIn = () => createSignIn({ issuer, audience }, ours.keys);

// Synthetic: sequence 997 of a county, with the check digit that fits.
const goodId = '141124198506129974';
const goodBody = { worker: { citizenId: goodId }, amountFen: 120_000, on: '2020-03-16' };
const context = {};

const change = async (
  sent: Parameters<typeof aGatewayEvent>[0] = {},
  run = vi.fn(async () => ({ done: 'yes' })),
) => {
  const handler = asChange(changeThing, () => run, signIn);
  const event = aGatewayEvent({
    method: 'POST',
    path: '/things/T1',
    params: { thing: 'T1' },
    body: goodBody,
    key: 'key-12345678',
    token: await ours.token(),
    ...sent,
  });
  return { ...(await readAnswer(handler(event, context))), run };
};

const problemOf = ({ body }: { body: unknown }) => {
  const problem = problemBody.parse(body);
  return { ...problem, errors: problem.errors ?? [] };
};

describe('a request that is in order', () => {
  test('reaches the logic parsed, with the person, the time of the request and its identity', async () => {
    const { status, body, run } = await change();
    expect([status, body]).toEqual([201, { done: 'yes' }]);
    expect(run).toHaveBeenCalledWith({
      params: { thing: 'T1' },
      query: {},
      body: goodBody,
      at: morning,
      requestId: 'request-1',
      actor: { id: 'u-verifier', name: 'Li Verifier', roles: ['COUNTY_VERIFIER'], division: '141124' },
      idempotency: {
        key: 'key-12345678',
        caller: 'u-verifier',
        operation: 'changeThing',
        requestId: 'request-1',
        bodyHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      },
    });
  });

  test('may write an id with a lower-case x or full-width digits; the logic gets the plain form', async () => {
    const idWithX = '11010519491231002X';
    const seen = [idWithX.toLowerCase(), idWithX.replace('1101', '１１０１')].map(async (citizenId) => {
      const { run, status } = await change({ body: { ...goodBody, worker: { citizenId } } });
      expect(status).toBe(201);
      return run.mock.calls;
    });
    expect(await Promise.all(seen)).toEqual(
      Array.from({ length: 2 }, () => [
        [expect.objectContaining({ body: { ...goodBody, worker: { citizenId: idWithX } } })],
      ]),
    );
  });

  test('is never kept by a cache', async () => {
    expect((await change()).headers).toMatchObject({ 'cache-control': 'no-store' });
  });

  test('gets only what the contract names, whatever the logic returns', async () => {
    const run = vi.fn(async () => ({ done: 'yes', payeeSealed: 'v1.secret' }));
    expect((await change({}, run)).body).toEqual({ done: 'yes' });
  });
});

describe('the two spellings of one request', () => {
  const hashOf = async (sent: Parameters<typeof aGatewayEvent>[0]): Promise<string> => {
    const { run } = await change(sent);
    const [[asked]] = run.mock.calls as unknown as [[{ idempotency: { bodyHash: string } }]];
    return asked.idempotency.bodyHash;
  };

  test('hash alike when only the order of fields or the blanks differ', async () => {
    const other = `{ "on": "2020-03-16", "amountFen": 120000,  "worker": { "citizenId": " ${goodId} " } }`;
    expect(await hashOf({ text: other })).toBe(await hashOf({}));
  });

  test('hash differently when an amount or the address differs', async () => {
    const one = await hashOf({});
    expect(await hashOf({ body: { ...goodBody, amountFen: 120_001 } })).not.toBe(one);
    expect(await hashOf({ path: '/things/T2', params: { thing: 'T2' } })).not.toBe(one);
  });
});

describe('who asks', () => {
  test.each([
    ['no token', undefined],
    ['a password instead of a token', { authorization: 'Basic dTpw' }],
  ])('%s is asked to sign in, in the way HTTP wants it', async (_case, headers) => {
    const handler = asChange(changeThing, () => async () => ({ done: '' }), signIn);
    const event = aGatewayEvent({
      method: 'POST',
      params: { thing: 'T1' },
      body: goodBody,
      ...(headers && { headers }),
    });
    const answer = await readAnswer(handler(event, context));
    expect([answer.status, problemOf(answer).code]).toEqual([401, 'TOKEN_MISSING']);
    expect(answer.headers['www-authenticate']).toMatch(/^Bearer /);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  });

  test('somebody of another role is told which roles may', async () => {
    const answer = await change({ token: await ours.token({ roles: ['APPLICANT'] }) });
    expect([answer.status, problemOf(answer).code]).toEqual([403, 'ROLE_NOT_ALLOWED']);
    expect(problemOf(answer).detail).toContain('COUNTY_VERIFIER, COUNTY_APPROVER');
    expect(answer.run).not.toHaveBeenCalled();
  });

  test('a person of several roles acts in the one that lets them in', async () => {
    const { run } = await change({ token: await ours.token({ roles: ['APPLICANT', 'COUNTY_APPROVER'] }) });
    expect(run).toHaveBeenCalledWith(
      expect.objectContaining({
        actor: expect.objectContaining({ roles: ['COUNTY_APPROVER', 'APPLICANT'] }) as object,
      }),
    );
  });

  test('nobody learns what a body should look like before signing in', async () => {
    const answer = await change({ token: 'x.y.z', body: {} });
    expect(problemOf(answer).code).toBe('TOKEN_INVALID');
  });
});

describe('a body that is not in order', () => {
  test('that is not JSON is not quoted back', async () => {
    const answer = await change({ text: `{"worker": ${goodId}` });
    expect([answer.status, problemOf(answer).code]).toEqual([400, 'NOT_JSON']);
    expect(answer.text).not.toContain(goodId);
  });

  test('has every fault named at once, each with its place', async () => {
    const answer = await change({
      params: { thing: 'T99' },
      query: {},
      body: { worker: {}, amountFen: -1, on: '2020-02-30' },
    });
    expect([answer.status, problemOf(answer).code]).toEqual([400, 'INVALID_INPUT']);
    expect(problemOf(answer).errors.map(({ path, code }) => [path, code])).toEqual([
      ['path.thing', 'WRONG_FORMAT'],
      ['worker.citizenId', 'REQUIRED'],
      ['amountFen', 'TOO_SMALL'],
      ['on', 'WRONG_FORMAT'],
    ]);
    expect(problemOf(answer).detail).toBe('4 fields are missing or wrong.');
    expect(problemOf(answer).errors.every(({ messageZh }) => /[一-龥]/.test(messageZh))).toBe(true);
  });

  test('an id whose check digit does not fit is not repeated, in no form', async () => {
    const wrongId = `${goodId.slice(0, 17)}5`;
    const answer = await change({ body: { ...goodBody, worker: { citizenId: wrongId } } });
    expect(answer.status).toBe(400);
    expect(problemOf(answer).errors).toHaveLength(1);
    expect(answer.text).not.toContain(wrongId);
    expect(answer.text).not.toContain(wrongId.slice(6, 14));
  });

  test('an id written in the place of a field’s name is not repeated either', async () => {
    const answer = await change({ body: { ...goodBody, [goodId]: 1 } });
    expect(problemOf(answer).code).toBe('UNKNOWN_FIELD');
    expect(answer.text).not.toContain(goodId);
  });

  test('a misspelt field is named', async () => {
    const answer = await change({ body: { ...goodBody, amountFenn: 1 } });
    expect([problemOf(answer).code, problemOf(answer).errors]).toEqual([
      'UNKNOWN_FIELD',
      [expect.objectContaining({ path: 'amountFenn', code: 'UNKNOWN_FIELD' })],
    ]);
  });

  test.each([
    ['a fraction of a fen', { amountFen: 0.5 }, 'amountFen'],
    ['an amount as text', { amountFen: '100' }, 'amountFen'],
    ['a date with slashes', { on: '2020/03/16' }, 'on'],
    ['the 30th of February', { on: '2020-02-30' }, 'on'],
  ])('%s is refused', async (_case, wrong, path) => {
    const answer = await change({ body: { ...goodBody, ...wrong } });
    expect(answer.status).toBe(400);
    expect(problemOf(answer).errors.map((error) => error.path)).toEqual([path]);
  });

  test('that is missing altogether is said to be missing', async () => {
    const answer = await change({ body: undefined, text: '' });
    expect(problemOf(answer).errors).toEqual([expect.objectContaining({ path: '', code: 'REQUIRED' })]);
  });

  test('that came as base64 is read', async () => {
    const handler = asChange(
      changeThing,
      () =>
        async ({ body }) => ({ done: body.on }),
      signIn,
    );
    const event = aGatewayEvent({
      method: 'POST',
      params: { thing: 'T1' },
      key: 'key-12345678',
      token: await ours.token(),
      text: Buffer.from(JSON.stringify(goodBody)).toString('base64'),
    });
    const answer = await readAnswer(handler({ ...event, isBase64Encoded: true }, context));
    expect(answer.body).toEqual({ done: '2020-03-16' });
  });
});

test.each([undefined, '', 'short', 'a'.repeat(101), 'with a blank'])(
  'a change without a fit Idempotency-Key (%s) is refused before anything happens',
  async (key) => {
    const answer = await change({
      ...(key === undefined ? { headers: {} } : { headers: { 'idempotency-key': key } }),
      key: undefined as never,
    });
    expect([answer.status, problemOf(answer).code]).toEqual([400, 'IDEMPOTENCY_KEY_MISSING']);
    expect(answer.run).not.toHaveBeenCalled();
  },
);

describe('a refusal', () => {
  test('of the logic carries its code, its facts, and both languages', async () => {
    const run = vi.fn(async () => {
      throw new ProblemError(409, 'STATE_DOES_NOT_ALLOW', 'The application is PAYING.', { state: 'PAYING' });
    });
    const answer = await change({}, run);
    expect([answer.status, answer.body]).toEqual([
      409,
      {
        type: 'urn:subsidy-desk:problem:STATE_DOES_NOT_ALLOW',
        title: 'No longer possible',
        status: 409,
        code: 'STATE_DOES_NOT_ALLOW',
        detail: 'The application is PAYING.',
        messageZh: '申请当前为“拨付中”，不能再进行此操作。',
        instance: 'request-1',
        details: { state: 'PAYING' },
      },
    ]);
  });

  test('that brings its own Chinese sentence keeps it', async () => {
    const run = vi.fn(async () => {
      throw new ProblemError(403, 'FOUR_EYES', 'You filed it.', { rule: 'FILED', messageZh: '您是申请人。' });
    });
    const answer = await change({}, run);
    expect(answer.body).toMatchObject({ messageZh: '您是申请人。', details: { rule: 'FILED' } });
  });

  test('that is a failure of ours is logged without its message and shown with the request’s number', async () => {
    const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const run = vi.fn(async () => {
      throw new TypeError(`cannot read ${goodId}`);
    });
    const answer = await change({}, run);
    const log = written.mock.calls.flat().join('');
    written.mockRestore();
    expect([answer.status, problemOf(answer).code, problemOf(answer).instance]).toEqual([
      500,
      'INTERNAL',
      'request-1',
    ]);
    expect(answer.text + log).not.toContain(goodId);
    expect(JSON.parse(log)).toMatchObject({
      code: 'REQUEST_FAILED',
      requestId: 'request-1',
      operation: 'changeThing',
      errorName: 'TypeError',
    });
  });

  test('that will pass says so, and when to come again', async () => {
    const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const run = vi.fn(async () => {
      throw new TransientError('The rows stayed contended');
    });
    const answer = await change({}, run);
    written.mockRestore();
    expect([answer.status, problemOf(answer).code, answer.headers['retry-after']]).toEqual([
      503,
      'TRY_AGAIN',
      '1',
    ]);
  });

  test('an answer that breaks its own contract is our failure, and does not leave', async () => {
    const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const answer = await change(
      {},
      vi.fn(async () => ({ done: 5 as never })),
    );
    written.mockRestore();
    expect(answer.status).toBe(500);
  });
});

test('a function that cannot start says why instead of answering', async () => {
  const handler = asRead(
    readThing,
    () => {
      throw new Error('TABLE_NAME is missing');
    },
    signIn,
  );
  await expect(handler(aGatewayEvent(), context)).rejects.toThrow('TABLE_NAME is missing');
});

test('clients are made once, at the first request', async () => {
  const connect = vi.fn(() => async () => ({ done: '' }));
  const handler = asRead(readThing, connect, signIn);
  expect(connect).not.toHaveBeenCalled();
  const event = aGatewayEvent({ params: { thing: 'T1' }, token: await ours.token() });
  await handler(event, context);
  await handler(event, context);
  expect(connect).toHaveBeenCalledTimes(1);
});

test('a query is read as the numbers it means, and has its default', async () => {
  const handler = asRead(
    readThing,
    () =>
      async ({ query }) => ({ done: String(query.limit + 1) }),
    signIn,
  );
  const token = await ours.token();
  const ask = async (query: Record<string, string>) =>
    readAnswer(handler(aGatewayEvent({ params: { thing: 'T1' }, token, query }), context));
  expect((await ask({ limit: '10' })).body).toEqual({ done: '11' });
  expect((await ask({})).body).toEqual({ done: '26' });
  expect(problemOf(await ask({ limit: 'many' })).errors[0]?.path).toBe('query.limit');
  expect(problemOf(await ask({ limt: '5' })).code).toBe('UNKNOWN_FIELD');
});

test('a visitor without a token is known by a hash of the address they call from', async () => {
  const open = { ...changeThing, access: 'PUBLIC' } as const;
  const callers: string[] = [];
  const handler = asPublicChange(open, () => async ({ idempotency }) => {
    callers.push(idempotency.caller);
    return { done: '' };
  });
  for (const sourceIp of ['203.0.113.7', '203.0.113.7', '203.0.113.8']) {
    const event = aGatewayEvent({
      method: 'POST',
      params: { thing: 'T1' },
      body: goodBody,
      key: 'key-12345678',
      sourceIp,
    });
    await handler(event, context);
  }
  expect(callers[0]).toMatch(/^public-[0-9a-f]{32}$/);
  expect(callers[0]).toBe(callers[1]);
  expect(callers[2]).not.toBe(callers[0]);
});
