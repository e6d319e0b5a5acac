import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { audience, createIssuer, issuer, morning } from '../../test/support/issuer.ts';
import { serveIssuer } from '../../test/support/serve-issuer.ts';
import { createSignIn } from './token.ts';

let ours: Awaited<ReturnType<typeof createIssuer>>;
let stranger: Awaited<ReturnType<typeof createIssuer>>;
let server: Awaited<ReturnType<typeof serveIssuer>> | undefined;

beforeAll(async () => {
  [ours, stranger] = await Promise.all([createIssuer(), createIssuer()]);
});
afterEach(() => server?.stop());

const signIn = () => createSignIn({ issuer, audience }, ours.keys);

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

describe('any issuer of OpenID Connect', () => {
  const remote = async (served: Omit<Parameters<typeof serveIssuer>[0], 'jwks'> = {}) => {
    server = await serveIssuer({ jwks: ours.jwks, ...served });
    const { address, asked } = server;
    const checks = createSignIn({ issuer: address, audience });
    const token = await ours.token({}, { issuer: address });
    return { address, asked, checks, token };
  };
  const unavailable = { status: 503, code: 'SIGN_IN_UNAVAILABLE' };

  test('says itself where its keys are, and is asked once', async () => {
    const { checks, token, asked } = await remote({ keysPath: '/pool/.well-known/jwks.json' });
    const answers = await Promise.all([checks.whoIs(token, morning), checks.whoIs(token, morning)]);
    expect(answers.map(({ id }) => id)).toEqual(['u-verifier', 'u-verifier']);
    await checks.whoIs(token, morning);
    expect(asked).toEqual(['/.well-known/openid-configuration', '/pool/.well-known/jwks.json']);
  });

  test.each([
    ['fails', { status: 500 }],
    [
      'says that it is another',
      { document: (address: string) => ({ issuer: 'https://elsewhere.test', jwks_uri: `${address}/keys` }) },
    ],
    ['names no keys', { document: (address: string) => ({ issuer: address }) }],
    [
      'names keys that are a file of ours',
      { document: (address: string) => ({ issuer: address, jwks_uri: 'file:///etc/passwd' }) },
    ],
    [
      'names keys that are not there',
      { document: (address: string) => ({ issuer: address, jwks_uri: `${address}/gone` }) },
    ],
  ])('that %s is our trouble, not the caller’s', async (_case, served) => {
    const { checks, token } = await remote(served);
    await expect(checks.whoIs(token, morning)).rejects.toMatchObject(unavailable);
  });

  test('is asked again after it failed', async () => {
    const document = vi.fn().mockReturnValueOnce({});
    const { checks, token } = await remote({ document });
    await expect(checks.whoIs(token, morning)).rejects.toMatchObject(unavailable);
    await expect(checks.whoIs(token, morning)).resolves.toMatchObject({ id: 'u-verifier' });
  });
});

describe('a token of Cognito', () => {
  const pool = {
    roles: undefined,
    division: undefined,
    'custom:division': '140105',
    'custom:organisation_id': '91141124MA0TE5T088',
  };
  const asked = (claims: object, options = {}) =>
    ours.token(claims as never, options).then((token) => signIn().whoIs(token, morning));

  test.each([
    ['as a JSON list', '["INTERMEDIARY","OPERATOR"]'],
    ['as words', 'INTERMEDIARY, OPERATOR'],
  ])('names its roles in a claim of the pool’s own, %s', async (_case, roles) => {
    await expect(asked({ ...pool, 'custom:roles': roles })).resolves.toMatchObject({
      roles: ['INTERMEDIARY', 'OPERATOR'],
      division: '140105',
      organisationId: '91141124MA0TE5T088',
    });
  });

  test('whose list of roles is broken is refused, naming the claim', async () => {
    await expect(asked({ ...pool, 'custom:roles': '["OPERATOR"' })).rejects.toMatchObject({
      code: 'TOKEN_INVALID',
      message: expect.stringContaining('roles') as string,
    });
  });

  test('that is an access token is known by its client, having no audience', async () => {
    await expect(asked({ client_id: audience }, { audience: null })).resolves.toMatchObject({
      id: 'u-verifier',
    });
    await expect(asked({ client_id: 'another' }, { audience: null })).rejects.toMatchObject({
      code: 'TOKEN_INVALID',
    });
    await expect(asked({ client_id: audience }, { audience: 'another' })).rejects.toMatchObject({
      code: 'TOKEN_INVALID',
    });
  });

  test('with neither audience nor client is for nobody', async () => {
    await expect(asked({}, { audience: null })).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
  });
});
