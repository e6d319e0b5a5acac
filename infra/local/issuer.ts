import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { SignJWT } from 'jose';
import type { Actor } from '../../functions/contracts/actor.ts';
import type { Route } from './http-routes.ts';
import type { SigningKey } from './issuer-key.ts';
import { OAuthError, readTokenRequest } from './token-request.ts';
import type { Users } from './users.ts';

export const audience = 'subsidy-desk';
/** The issuer is the desk's address with this path. */
export const issuerPath = '/oidc';
const lifeSeconds = 8 * 3600;

type Options = {
  readonly key: SigningKey;
  readonly users: Users;
  /** The issuer's name in tokens; its keys are at `/jwks` below it. */
  readonly issuer: string;
  readonly now: () => number;
};

export type Issuer = {
  readonly routes: readonly Route[];
  /** A token for a user, without asking for the secret: for what runs inside the host. @throws Error unknown user */
  readonly issueToken: (userId: string) => Promise<string>;
};

const json = (statusCode: number, body: unknown, headers: Readonly<Record<string, string>> = {}) => ({
  statusCode,
  headers: { 'content-type': 'application/json', 'x-content-type-options': 'nosniff', ...headers },
  body: JSON.stringify(body),
});

const notStored = { 'cache-control': 'no-store', pragma: 'no-cache' };

/** A small OpenID issuer: the users are the clients, and a token says who acts, in which roles, for which division. */
export const createIssuer = ({ key, users, issuer, now }: Options): Issuer => {
  const sign = ({ id, name, roles, division, organisationId }: Actor): Promise<string> => {
    const at = Math.floor(now() / 1000);
    const claims = {
      name,
      roles,
      division,
      ...(organisationId !== undefined && { organisation_id: organisationId }),
    };
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', kid: key.kid, typ: 'JWT' })
      .setIssuer(issuer)
      .setSubject(id)
      .setAudience(audience)
      .setIssuedAt(at)
      .setNotBefore(at)
      .setExpirationTime(at + lifeSeconds)
      .setJti(randomUUID())
      .sign(key.key);
  };

  const grant = async (event: APIGatewayProxyEventV2) => {
    const { id, secret } = readTokenRequest(event);
    const user = users.withSecret(id, secret);
    if (!user) throw new OAuthError('invalid_client', 'There is no such user with this secret.');
    return json(
      200,
      { access_token: await sign(user), token_type: 'Bearer', expires_in: lifeSeconds },
      notStored,
    );
  };

  const token = async (event: APIGatewayProxyEventV2) => {
    try {
      return await grant(event);
    } catch (error) {
      if (!(error instanceof OAuthError)) throw error;
      const body = { error: error.error, error_description: error.message };
      const challenge = error.status === 401 ? { 'www-authenticate': 'Basic realm="subsidy-desk"' } : {};
      return json(error.status, body, { ...notStored, ...challenge });
    }
  };

  const discovery = {
    issuer,
    jwks_uri: `${issuer}/jwks`,
    token_endpoint: `${issuer}/token`,
    grant_types_supported: ['client_credentials'],
    response_types_supported: [],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['ES256'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    claims_supported: ['sub', 'name', 'roles', 'division', 'organisation_id'],
  };

  const route = (method: Route['method'], path: string, handler: Route['handler']): Route => ({
    operationId: path,
    method,
    path,
    handler,
  });
  return {
    routes: [
      route('GET', `${issuerPath}/.well-known/openid-configuration`, () =>
        Promise.resolve(json(200, discovery)),
      ),
      // Where people look first.
      route('GET', '/.well-known/openid-configuration', () => Promise.resolve(json(200, discovery))),
      route('GET', `${issuerPath}/jwks`, () =>
        Promise.resolve(json(200, { keys: [key.publicJwk] }, { 'cache-control': 'public, max-age=300' })),
      ),
      route('POST', `${issuerPath}/token`, token),
    ],
    issueToken: async (userId) => {
      const user = users.find(userId);
      if (!user)
        throw new Error(`There is no user ${userId}. Known: ${users.all.map(({ id }) => id).join(', ')}`);
      return sign(user);
    },
  };
};
