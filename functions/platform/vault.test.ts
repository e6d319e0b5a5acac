import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createVault } from './vault.ts';

const vault = createVault(randomBytes(32), randomBytes(32));

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

test('the same citizen has one pseudonym, another key file gives another', () => {
  const other = createVault(randomBytes(32), randomBytes(32));
  const id = '141124198506129974';
  expect(vault.lookup('citizen', id)).toBe(vault.lookup('citizen', id));
  expect(vault.lookup('citizen', id)).not.toBe(other.lookup('citizen', id));
  expect(vault.lookup('citizen', id)).not.toBe(vault.lookup('account', id));
});
