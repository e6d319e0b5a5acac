import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT, type JWK } from 'jose';
import type { Role } from '../../functions/contracts/actor.ts';

export type Claims = {
  sub?: string;
  name?: string;
  roles?: readonly Role[];
  division?: string;
  organisation_id?: string;
};

type Options = { issuer?: string; audience?: string | null; issuedAt?: string; lifetimeSeconds?: number };

export const issuer = 'https://id.example.test';
export const audience = 'subsidy-desk';
/** Monday 16 March 2020, ten o'clock in Taiyuan. */
export const morning = '2020-03-16T02:00:00.000Z';

/** A real issuer in miniature: its own key pair, real signatures. */
export const createIssuer = async (kid = 'key-1') => {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk: JWK = { ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' };
  const seconds = (at: string) => Math.floor(Date.parse(at) / 1000);
  return {
    jwks: { keys: [jwk] },
    keys: createLocalJWKSet({ keys: [jwk] }),
    token: (claims: Claims = {}, options: Options = {}): Promise<string> => {
      const asked = { issuer, audience, issuedAt: morning, lifetimeSeconds: 3600, ...options };
      const issuedAt = seconds(asked.issuedAt);
      const made = new SignJWT({
        name: 'Li Verifier',
        roles: ['COUNTY_VERIFIER'],
        division: '141124',
        ...claims,
      })
        .setProtectedHeader({ alg: 'ES256', kid })
        .setSubject(claims.sub ?? 'u-verifier')
        .setIssuer(asked.issuer)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + asked.lifetimeSeconds);
      if (asked.audience !== null) made.setAudience(asked.audience);
      return made.sign(privateKey);
    },
  };
};
