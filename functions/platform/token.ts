import { errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { actor, type Actor } from '../contracts/actor.ts';
import type { Instant } from '../contracts/scalars.ts';
import { actorClaims, isFor } from './claims.ts';
import { ProblemError } from './errors.ts';
import { issuerKeys } from './issuer-keys.ts';

export type SignIn = {
  /**
   * The person behind a bearer token, as of `at`.
   * @throws ProblemError TOKEN_EXPIRED, TOKEN_INVALID, SIGN_IN_UNAVAILABLE
   */
  readonly whoIs: (token: string, at: Instant) => Promise<Actor>;
};

export type Issuer = { readonly issuer: string; readonly audience: string };

/** Clocks of the issuer and of the gateway may differ by this much. */
const clockToleranceSeconds = 5;

/** Keys that cannot be fetched are our trouble; every other complaint is about the token. */
const ourTrouble = new Set(['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JWK_INVALID']);

const explain = (error: unknown): ProblemError => {
  if (!(error instanceof errors.JOSEError) || ourTrouble.has(error.code))
    return new ProblemError(
      503,
      'SIGN_IN_UNAVAILABLE',
      'The sign-in service does not answer. Try again in a minute.',
    );
  if (error instanceof errors.JWTExpired)
    return new ProblemError(401, 'TOKEN_EXPIRED', 'Your sign-in has expired. Sign in again.');
  if (error instanceof errors.JWTClaimValidationFailed)
    return new ProblemError(401, 'TOKEN_INVALID', `The token’s “${error.claim}” claim is not one we accept.`);
  return new ProblemError(401, 'TOKEN_INVALID', 'The token is not one of our issuer’s. Sign in again.');
};

const notForUs = (): ProblemError =>
  new ProblemError(401, 'TOKEN_INVALID', 'The token’s “aud” claim is not one we accept.');

const actorFrom = (claims: JWTPayload): Actor => {
  const parsed = actor.safeParse(actorClaims(claims));
  if (parsed.success) return parsed.data;
  const claimsAtFault = [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))];
  throw new ProblemError(
    401,
    'TOKEN_INVALID',
    `The token does not say who you are: its ${claimsAtFault.join(', ')} claims are missing or wrong.`,
  );
};

/**
 * Checks tokens against the keys of one issuer. Behind an authorizer of API Gateway a token was checked before; it is
 * checked here again, because the same code runs where there is none, and because a route that somebody leaves without
 * an authorizer must not open the desk.
 */
export const createSignIn = (
  { issuer, audience }: Issuer,
  keys: JWTVerifyGetKey = issuerKeys(issuer),
): SignIn => ({
  whoIs: async (token, at) => {
    const verified = await jwtVerify(token, keys, {
      issuer,
      algorithms: ['ES256', 'RS256'],
      requiredClaims: ['sub', 'exp'],
      currentDate: new Date(at),
      clockTolerance: clockToleranceSeconds,
    }).catch((error: unknown) => {
      throw explain(error);
    });
    if (!isFor(verified.payload, audience)) throw notForUs();
    return actorFrom(verified.payload);
  },
});
