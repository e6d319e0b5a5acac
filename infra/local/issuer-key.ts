import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import * as z from 'zod';
import { readFileIfThere, writePrivateFile } from './secret-file.ts';

const privateJwk = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  d: z.string(),
});

const newKey = async (path: string) => {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const made = privateJwk.parse(await exportJWK(privateKey));
  writePrivateFile(path, JSON.stringify(made));
  return made;
};

export type SigningKey = {
  readonly kid: string;
  readonly key: Awaited<ReturnType<typeof importJWK>>;
  readonly publicJwk: JWK;
};

/** The issuer's ES256 key, made and kept (mode 0600) at the first start: tokens outlive a restart. */
export const openSigningKey = async (path: string): Promise<SigningKey> => {
  const found = readFileIfThere(path);
  const jwk = found === undefined ? await newKey(path) : privateJwk.parse(JSON.parse(found));
  const { kty, crv, x, y } = jwk;
  const kid = await calculateJwkThumbprint({ kty, crv, x, y });
  return {
    kid,
    key: await importJWK(jwk, 'ES256'),
    publicJwk: { kty, crv, x, y, kid, alg: 'ES256', use: 'sig' },
  };
};
