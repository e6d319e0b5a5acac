import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import * as z from 'zod';

/** Longer than an issuer that works needs, and shorter than a caller waits. */
const timeLimitMs = 5_000;

/** What of a discovery document is needed: that it is this issuer's, and where the keys are. */
const documentOf = (issuer: string) =>
  z.object({ issuer: z.literal(issuer), jwks_uri: z.url({ protocol: /^https?$/ }) });

/** @throws Error when the issuer does not answer in time, or with something else */
const discover = async (issuer: string): Promise<JWTVerifyGetKey> => {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const response = await fetch(address, { signal: AbortSignal.timeout(timeLimitMs) });
  if (!response.ok) throw new Error(`The issuer answered ${response.status}`);
  const { jwks_uri } = documentOf(issuer).parse(await response.json());
  return createRemoteJWKSet(new URL(jwks_uri), { timeoutDuration: timeLimitMs });
};

/**
 * The keys of an issuer, found by OpenID Connect discovery at the first token and kept; a key that is not among them
 * makes jose fetch them again. A discovery that fails is tried again at the next token.
 */
export const issuerKeys = (issuer: string): JWTVerifyGetKey => {
  let found: Promise<JWTVerifyGetKey> | undefined;
  return async (header, token) => {
    found ??= discover(issuer).catch((error: unknown) => {
      found = undefined;
      throw error;
    });
    return (await found)(header, token);
  };
};
