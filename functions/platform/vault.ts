import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

/** Seals personal fields before they reach the table, and makes the keys they are looked up by. */
export type Vault = {
  /** AES-256-GCM; `place` (table keys and field) is bound in, so a sealed value cannot be moved to another row. */
  readonly seal: (plain: string, place: string) => string;
  /** @throws Error when the value was changed, moved, or sealed with a key that is not on the ring */
  readonly open: (sealed: string, place: string) => string;
  /** HMAC-SHA256, cut to 128 bits: the pseudonym of a citizen id, an account, or of what a difference is about. */
  readonly lookup: (kind: 'citizen' | 'account' | 'phone' | 'difference', value: string) => string;
};

/** A ring of keys of 32 bytes each. Each of the three may throw NotAtHandError (not-at-hand.ts). */
export type Keys = {
  /** The key that seals from now on. */
  readonly current: () => { readonly id: string; readonly key: Buffer };
  readonly keyOf: (id: string) => Buffer;
  readonly lookupKey: () => Buffer;
};

/** `v1.body` was sealed when there was one key; `v2.key.body` names its key. */
const sealedText = /^(?:v1|v2\.(?<keyId>k\d+))\.(?<body>[\w-]+)$/;

/** What sealed every `v1` value is a ring's first key for good. */
export const firstKeyId = 'k1';

export const createVault = (keys: Keys): Vault => ({
  seal: (plain, place) => {
    const { id, key } = keys.current();
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
    const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return `v2.${id}.${Buffer.concat([nonce, body, cipher.getAuthTag()]).toString('base64url')}`;
  },
  open: (sealed, place) => {
    const { keyId = firstKeyId, body } = sealedText.exec(sealed)?.groups ?? {};
    if (body === undefined) throw new Error('A sealed field has an unknown scheme');
    const bytes = Buffer.from(body, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', keys.keyOf(keyId), bytes.subarray(0, 12))
      .setAAD(Buffer.from(place))
      .setAuthTag(bytes.subarray(-16));
    return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8');
  },
  lookup: (kind, value) =>
    createHmac('sha256', keys.lookupKey())
      .update(`${kind}:${value}`)
      .digest()
      .subarray(0, 16)
      .toString('base64url'),
});
