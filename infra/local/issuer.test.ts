import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import * as z from 'zod';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AccessLog, openAccessLog } from './access-log.ts';
import { type DataFolder, openDataFolder } from './data-folder.ts';
import { createHttpServer, type HttpServer } from './http-server.ts';
import { openSigningKey } from './issuer-key.ts';
import { audience, createIssuer, type Issuer } from './issuer.ts';
import { openUsers } from './users.ts';

const now = Date.parse('2021-01-04T01:00:00Z');
let root: string;
let folder: DataFolder;
let server: HttpServer;
let accessLog: AccessLog;
let issuer: Issuer;
let url: string;
let secrets: Record<string, string>;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'desk-issuer-'));
  folder = openDataFolder({ path: join(root, 'data'), reset: false, sample: true });
  accessLog = openAccessLog(folder.file('logs/access.log'));
  server = createHttpServer({ log: () => undefined, accessLog, now: () => now });
  url = `http://127.0.0.1:${await server.listen('127.0.0.1', 0)}`;
  const key = await openSigningKey(folder.file('secrets/signing-key.json'));
  issuer = createIssuer({ key, users: openUsers(folder), issuer: `${url}/oidc`, now: () => now });
  server.serve(issuer.routes);
  secrets = z
    .record(z.string(), z.string())
    .parse(JSON.parse(await readFile(folder.file('secrets/users.json'), 'utf8')));
});
afterAll(async () => {
  await server.close();
  accessLog.close();
  folder.close();
  await rm(root, { recursive: true });
});

const answer = z.object({
  access_token: z.string().optional(),
  expires_in: z.number().optional(),
  token_type: z.string().optional(),
  error: z.string().optional(),
});
const ask = async (body: Record<string, string> | string, headers: Record<string, string> = {}) => {
  const response = await fetch(`${url}/oidc/token`, {
    method: 'POST',
    body: new URLSearchParams(body),
    headers,
  });
  return { response, ...answer.parse(await response.json()) };
};
const grant = { grant_type: 'client_credentials' };
const basic = (id: string, secret: string) => ({
  authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
});
const verify = async (token: string) => {
  const found = z.object({ jwks_uri: z.string(), issuer: z.string() });
  const discovery = found.parse(await (await fetch(`${url}/oidc/.well-known/openid-configuration`)).json());
  const keys = createRemoteJWKSet(new URL(discovery.jwks_uri));
  return jwtVerify(token, keys, { issuer: discovery.issuer, audience, currentDate: new Date(now) });
};

describe('signing in at a desk of one machine', () => {
  test('a token says who acts, in which roles, for which division and organisation', async () => {
    const { response, access_token, expires_in, token_type } = await ask({
      ...grant,
      client_id: 'agency',
      client_secret: secrets['agency']!,
    });
    expect([response.status, expires_in, token_type]).toEqual([200, 8 * 3600, 'Bearer']);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const { payload, protectedHeader } = await verify(access_token!);
    expect(protectedHeader.alg).toBe('ES256');
    expect(payload).toMatchObject({
      sub: 'agency',
      roles: ['INTERMEDIARY'],
      division: '141124',
      organisation_id: '91140106MA0TAAA172',
      iat: now / 1000,
      exp: now / 1000 + 8 * 3600,
    });
    expect(payload).not.toHaveProperty('citizen_id');
  });

  test('HTTP Basic does as well', async () => {
    const { access_token } = await ask(grant, basic('verifier', secrets['verifier']!));
    expect((await verify(access_token!)).payload.sub).toBe('verifier');
  });

  test('the host itself gets a token without a secret', async () => {
    expect((await verify(await issuer.issueToken('approver-2'))).payload.sub).toBe('approver-2');
    await expect(issuer.issueToken('nobody')).rejects.toThrow('There is no user nobody. Known: applicant');
  });

  test.each([
    ['a wrong secret', { ...grant, client_id: 'verifier', client_secret: 'wrong' }, 401, 'invalid_client'],
    ['an unknown user', { ...grant, client_id: 'nobody', client_secret: 'wrong' }, 401, 'invalid_client'],
    [
      'a name of the language',
      { ...grant, client_id: '__proto__', client_secret: 'x' },
      401,
      'invalid_client',
    ],
    ['no secret', { ...grant, client_id: 'verifier' }, 401, 'invalid_client'],
    ['another grant', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
    ['no grant', { client_id: 'verifier' }, 400, 'invalid_request'],
    [
      'a parameter given twice',
      'grant_type=client_credentials&grant_type=client_credentials',
      400,
      'invalid_request',
    ],
  ])('%s is refused as RFC 6749 says', async (_what, body, status, error) => {
    const refused = await ask(body);
    expect([refused.response.status, refused.error]).toEqual([status, error]);
    expect(refused.response.headers.has('www-authenticate')).toBe(status === 401);
  });

  test('a secret of one user does not open another', async () => {
    const { error } = await ask(grant, basic('approver', secrets['verifier']!));
    expect(error).toBe('invalid_client');
  });

  test('a body that is no form is refused', async () => {
    const response = await fetch(`${url}/oidc/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect([response.status, answer.parse(await response.json()).error]).toEqual([400, 'invalid_request']);
  });

  test('keys and secrets are the owner’s only, and outlive a restart', async () => {
    for (const name of ['secrets/users.json', 'secrets/signing-key.json'])
      expect((await stat(folder.file(name))).mode & 0o777).toBe(0o600);
    const again = await openSigningKey(folder.file('secrets/signing-key.json'));
    const { keys } = z
      .object({ keys: z.array(z.record(z.string(), z.string())) })
      .parse(await (await fetch(`${url}/oidc/jwks`)).json());
    expect(keys.map(({ kid }) => kid)).toEqual([again.kid]);
    expect(keys[0]).not.toHaveProperty('d');
  });
});
