import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as z from 'zod';

/** Two keys, base64, 32 bytes each: one seals fields, one makes look-up keys. */
const keyFile = z.strictObject({
  sealingKey: z.base64().length(44),
  lookupKey: z.base64().length(44),
});

/** Seals personal fields before they reach the table, and makes the keys they are looked up by. */
export type Vault = {
  /** AES-256-GCM; `place` (table keys and field) is bound in, so a sealed value cannot be moved to another row. */
  readonly seal: (plain: string, place: string) => string;
  /** @throws Error when the value was changed, moved, or sealed with another key */
  readonly open: (sealed: string, place: string) => string;
  /** HMAC-SHA256, cut to 128 bits: the pseudonym of a citizen id, an account, or of what a difference is about. */
  readonly lookup: (kind: 'citizen' | 'account' | 'phone' | 'difference', value: string) => string;
};

const scheme = 'v1';

export const createVault = (sealingKey: Buffer, lookupKey: Buffer): Vault => ({
  seal: (plain, place) => {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', sealingKey, nonce).setAAD(Buffer.from(place));
    const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return `${scheme}.${Buffer.concat([nonce, body, cipher.getAuthTag()]).toString('base64url')}`;
  },
  open: (sealed, place) => {
    if (!sealed.startsWith(`${scheme}.`)) throw new Error('A sealed field has an unknown scheme');
    const bytes = Buffer.from(sealed.slice(scheme.length + 1), 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', sealingKey, bytes.subarray(0, 12))
      .setAAD(Buffer.from(place))
      .setAuthTag(bytes.subarray(-16));
    return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8');
  },
  lookup: (kind, value) =>
    createHmac('sha256', lookupKey).update(`${kind}:${value}`).digest().subarray(0, 16).toString('base64url'),
});

/** @throws Error when the key file is missing or is not one of ours */
export const readVault = (path: string): Vault => {
  const keys = keyFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  return createVault(Buffer.from(keys.sealingKey, 'base64'), Buffer.from(keys.lookupKey, 'base64'));
};

/** The content of a new key file. */
export const newKeyFile = (): string =>
  JSON.stringify({
    sealingKey: randomBytes(32).toString('base64'),
    lookupKey: randomBytes(32).toString('base64'),
  });
