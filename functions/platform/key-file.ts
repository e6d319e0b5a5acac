import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { instant, type Instant } from '../contracts/scalars.ts';
import type { KeyRing } from './key-ring.ts';
import { createVault, firstKeyId, type Vault } from './vault.ts';

/** 32 bytes, base64. */
const key = z.base64().length(44);
const keyId = z.string().regex(/^k\d+$/);

/** How the file looked before keys were changed: one key that seals, one that makes look-up keys. */
const oneKey = z.strictObject({ sealingKey: key, lookupKey: key });

const ring = z
  .strictObject({
    current: keyId,
    keys: z.array(z.strictObject({ id: keyId, key, madeAt: instant.optional() })).min(1),
    lookupKey: key,
  })
  .refine(
    ({ current, keys }) => keys.some(({ id }) => id === current),
    'its current key is not among its keys',
  );

const keyFile = z.union([
  ring,
  oneKey.transform(({ sealingKey, lookupKey }): FileRing => ({
    current: firstKeyId,
    keys: [{ id: firstKeyId, key: sealingKey }],
    lookupKey,
  })),
]);
/** The keys of a desk on one machine, as its file holds them. */
export type FileRing = z.infer<typeof ring>;

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the file, and the file is keys.
    return undefined;
  }
};

/** @throws Error when the file is missing or is not one of ours; its content is never repeated */
export const readKeyFile = (path: string): FileRing => {
  const parsed = keyFile.safeParse(jsonIn(readFileSync(path, 'utf8')));
  if (parsed.success) return parsed.data;
  throw new Error(`${path} is not a file of keys. Without the right one, sealed fields cannot be read.`);
};

const newKey = (): string => randomBytes(32).toString('base64');

/** The content of a new key file. */
export const newKeyFile = (madeAt: Instant): string => {
  const made: FileRing = {
    current: firstKeyId,
    keys: [{ id: firstKeyId, key: newKey(), madeAt }],
    lookupKey: newKey(),
  };
  return JSON.stringify(made);
};

/** One more key, which seals from now on. The others stay: what they sealed stays readable. */
export const withNewKey = ({ keys, lookupKey }: FileRing, madeAt: Instant): FileRing => {
  const id = `k${keys.length + 1}`;
  return { current: id, keys: [...keys, { id, key: newKey(), madeAt }], lookupKey };
};

const bytes = (text: string) => () => Promise.resolve(Buffer.from(text, 'base64'));

/** The file as a ring that is read when it is first needed, and again when a key is missing. */
export const ringOfFile = ({ current, keys, lookupKey }: FileRing): KeyRing => ({
  current,
  keys: new Map(keys.map(({ id, key: text }) => [id, bytes(text)])),
  lookupKey: bytes(lookupKey),
});

/** The vault of a file, for a program that runs once and reads it at its start. */
export const vaultOfFile = ({ current, keys, lookupKey }: FileRing): Vault => {
  const all = new Map(keys.map(({ id, key: text }) => [id, Buffer.from(text, 'base64')]));
  const keyOf = (id: string): Buffer => {
    const found = all.get(id);
    if (found === undefined) throw new Error(`The key file holds no key ${id}`);
    return found;
  };
  const lookup = Buffer.from(lookupKey, 'base64');
  return createVault({
    current: () => ({ id: current, key: keyOf(current) }),
    keyOf,
    lookupKey: () => lookup,
  });
};

export const readVault = (path: string): Vault => vaultOfFile(readKeyFile(path));
