import type { JWTPayload } from 'jose';

/** Cognito calls a pool's own claims `custom:…`, and every one is a text. */
const claim = (claims: JWTPayload, name: string): unknown => claims[name] ?? claims[`custom:${name}`];

/** `["COUNTY_VERIFIER"]` as JSON, or `COUNTY_VERIFIER, OPERATOR`. */
const listIn = (text: string): unknown => {
  if (!text.trimStart().startsWith('[')) return text.split(/[\s,]+/).filter((word) => word !== '');
  try {
    return JSON.parse(text);
  } catch {
    // Not a list: the contract says which claim is wrong, and never repeats it.
    return undefined;
  }
};

const list = (value: unknown): unknown => (typeof value === 'string' ? listIn(value) : value);

/** An attribute that was emptied is one that is not there. */
const filled = (value: unknown): unknown => (value === '' ? undefined : value);

/** What a token says about the person, by the desk's names; the contract of an actor has the last word. */
export const actorClaims = (claims: JWTPayload) => ({
  id: claims.sub,
  name: claim(claims, 'name'),
  roles: list(claim(claims, 'roles')),
  division: claim(claims, 'division'),
  organisationId: filled(claim(claims, 'organisation_id')),
});

/** Made for this desk: by its audience, or, as Cognito's access tokens have none, by the client it was given to. */
export const isFor = ({ aud, client_id: client }: JWTPayload, audience: string): boolean => {
  if (aud === undefined) return client === audience;
  return typeof aud === 'string' ? aud === audience : aud.includes(audience);
};
