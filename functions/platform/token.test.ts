import { createServer, type Server } from 'node:http';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { audience, createIssuer, issuer, morning } from '../../test/support/issuer.ts';
import { createSignIn } from './token.ts';

let ours: Awaited<ReturnType<typeof createIssuer>>;
let stranger: Awaited<ReturnType<typeof createIssuer>>;
let server: Server | undefined;

beforeAll(async () => {
  [ours, stranger] = await Promise.all([createIssuer(), createIssuer()]);
});
afterEach(() => server?.close());

const signIn = () => createSignIn({ issuer, audience }, ours.keys);

/** An issuer's key endpoint; the answer is what it serves. */
const serve = (status: number, answer: unknown): Promise<string> =>
  new Promise((resolve) => {
    server = createServer((_, response) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    }).listen(0, '127.0.0.1', () => {
      const address = server?.address();
      resolve(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`);
    });
  });

test('a good token says who asks, for whom, and where they serve', async () => {
  const token = await ours.token({
    sub: 'u-agency',
    name: '汾河人力',
    roles: ['INTERMEDIARY'],
    division: '140105',
    organisation_id: '91141124MA0TE5T088',
  });
  await expect(signIn().whoIs(token, morning)).resolves.toEqual({
    id: 'u-agency',
    name: '汾河人力',
    roles: ['INTERMEDIARY'],
    division: '140105',
    organisationId: '91141124MA0TE5T088',
  });
});

describe('time is the request’s, not the machine’s', () => {
  test('a token is good until its last second and five seconds of difference', async () => {
    const token = await ours.token({}, { lifetimeSeconds: 3600 });
    await expect(signIn().whoIs(token, '2020-03-16T03:00:04.000Z')).resolves.toMatchObject({
      id: 'u-verifier',
    });
    await expect(signIn().whoIs(token, '2020-03-16T03:00:05.000Z')).rejects.toMatchObject({
      status: 401,
      code: 'TOKEN_EXPIRED',
    });
  });
});

describe('a token is refused', () => {
  const refused = { status: 401, code: 'TOKEN_INVALID' };

  test('when somebody else signed it under our key’s name', async () => {
    const token = await stranger.token();
    await expect(signIn().whoIs(token, morning)).rejects.toMatchObject(refused);
  });

  test('when one character of it was changed', async () => {
    const [header = '', payload = '', signature = ''] = (await ours.token()).split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
    const richer = Buffer.from(JSON.stringify({ ...claims, roles: ['COUNTY_APPROVER'] })).toString(
      'base64url',
    );
    await expect(signIn().whoIs(`${header}.${richer}.${signature}`, morning)).rejects.toMatchObject(refused);
  });

  test('when it was made for another audience', async () => {
    const token = await ours.token({}, { audience: 'another-desk' });
    await expect(signIn().whoIs(token, morning)).rejects.toMatchObject({
      ...refused,
      message: expect.stringContaining('aud') as string,
    });
  });

  test('when another issuer is named in it', async () => {
    const token = await ours.token({}, { issuer: 'https://id.elsewhere.test' });
    await expect(signIn().whoIs(token, morning)).rejects.toMatchObject(refused);
  });

  test('when it is unsigned', async () => {
    const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
    const claims = { sub: 'u', iss: issuer, aud: audience, exp: 4_000_000_000, roles: ['COUNTY_APPROVER'] };
    const token = `${encode({ alg: 'none' })}.${encode(claims)}.`;
    await expect(signIn().whoIs(token, morning)).rejects.toMatchObject(refused);
  });

  test('when it is no token at all', async () => {
    await expect(signIn().whoIs('hello', morning)).rejects.toMatchObject(refused);
  });

  test.each([
    ['no role', { roles: [] }, 'roles'],
    ['a role we do not know', { roles: ['EMPEROR'] as never }, 'roles'],
    ['no division', { division: 'Taiyuan' }, 'division'],
  ])('when it gives %s, naming the claim', async (_case, claims, named) => {
    const token = await ours.token(claims);
    await expect(signIn().whoIs(token, morning)).rejects.toMatchObject({
      ...refused,
      message: expect.stringContaining(named) as string,
    });
  });
});

describe('the issuer’s keys', () => {
  test('are fetched from its jwks address', async () => {
    const address = await serve(200, ours.jwks);
    const remote = createSignIn({ issuer: address, audience });
    const token = await ours.token({}, { issuer: address });
    await expect(remote.whoIs(token, morning)).resolves.toMatchObject({ id: 'u-verifier' });
  });

  test('that cannot be fetched are our trouble, not the caller’s', async () => {
    const address = await serve(500, {});
    const remote = createSignIn({ issuer: address, audience });
    const token = await ours.token({}, { issuer: address });
    await expect(remote.whoIs(token, morning)).rejects.toMatchObject({
      status: 503,
      code: 'SIGN_IN_UNAVAILABLE',
    });
  });
});
