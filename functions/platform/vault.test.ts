import { createCipheriv } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { randomVault } from '../../test/support/random-vault.ts';
import { newKeyFile, readVault, vaultOfFile, withNewKey, type FileRing } from './key-file.ts';

const vault = randomVault();

test('what was sealed comes back whole, and the sealed text never shows it', () => {
  fc.assert(
    fc.property(fc.string(), (plain) => {
      const sealed = vault.seal(plain, 'APP#1/HEAD/payee');
      expect(vault.open(sealed, 'APP#1/HEAD/payee')).toBe(plain);
      if (plain.length > 5) expect(sealed).not.toContain(plain);
    }),
  );
});

test('a sealed account moved to another application does not open', () => {
  const sealed = vault.seal('6217000010000000003', 'APP#1/HEAD/payee');
  expect(() => vault.open(sealed, 'APP#2/HEAD/payee')).toThrow();
});

test('a changed byte does not open', () => {
  const sealed = vault.seal('6217000010000000003', 'x');
  const changed = sealed.slice(0, -2) + (sealed.endsWith('A') ? 'BB' : 'AA');
  expect(() => vault.open(changed, 'x')).toThrow();
});

test('the same citizen has one pseudonym, other keys give another', () => {
  const other = randomVault();
  const id = '141124198506129974';
  expect(vault.lookup('citizen', id)).toBe(vault.lookup('citizen', id));
  expect(vault.lookup('citizen', id)).not.toBe(other.lookup('citizen', id));
  expect(vault.lookup('citizen', id)).not.toBe(vault.lookup('account', id));
});

describe('the key file', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'subsidy-keys-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const file = async (content: string): Promise<string> => {
    const path = join(folder, 'vault.json');
    await writeFile(path, content);
    return path;
  };
  const ringIn = (text: string) => JSON.parse(text) as FileRing;

  test('of a desk before keys were changed still opens what that desk sealed', async () => {
    const sealingKey = Buffer.alloc(32, 7);
    const nonce = Buffer.alloc(12, 1);
    const cipher = createCipheriv('aes-256-gcm', sealingKey, nonce).setAAD(Buffer.from('APP#1/HEAD/payee'));
    const body = Buffer.concat([nonce, cipher.update('汾阳农商行'), cipher.final(), cipher.getAuthTag()]);
    const path = await file(
      JSON.stringify({
        sealingKey: sealingKey.toString('base64'),
        lookupKey: Buffer.alloc(32, 8).toString('base64'),
      }),
    );
    const old = readVault(path);
    expect(old.open(`v1.${body.toString('base64url')}`, 'APP#1/HEAD/payee')).toBe('汾阳农商行');
    expect(old.seal('x', 'p')).toMatch(/^v2\.k1\./);
  });

  test('with a new key seals with it, opens what the one before sealed, and keeps every pseudonym', () => {
    const before = ringIn(newKeyFile('2026-01-01T00:00:00.000Z'));
    const sealed = vaultOfFile(before).seal('6217000010000000003', 'p');
    const after = vaultOfFile(withNewKey(before, '2026-04-01T00:00:00.000Z'));
    expect(after.seal('x', 'p')).toMatch(/^v2\.k2\./);
    expect(after.open(sealed, 'p')).toBe('6217000010000000003');
    expect(after.lookup('citizen', '1')).toBe(vaultOfFile(before).lookup('citizen', '1'));
  });

  test.each([
    ['is cut short', '{"sealingKey":"c2VjcmV0c2VjcmV0'],
    ['names a current key it does not hold', newKeyFile('2026-01-01T00:00:00.000Z').replace('"k1"', '"k2"')],
  ])('that %s is refused, and nothing of it is repeated', async (_case, content) => {
    const path = await file(content);
    const refusal = (): unknown => {
      try {
        return readVault(path);
      } catch (error) {
        return String(error);
      }
    };
    expect(refusal()).toBe(
      `Error: ${path} is not a file of keys. Without the right one, sealed fields cannot be read.`,
    );
  });
});
