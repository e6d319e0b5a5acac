import { describe, expect, test } from 'vitest';
import { bankAccount, luhnHolds, maskAccount } from './bank-account.ts';

describe('a bank account', () => {
  test('spaces and dashes are taken out', () => {
    const typed = { kind: 'BANK_CARD', number: '6217 0000-1000 0000 003' };
    expect(bankAccount.parse(typed)).toEqual({ kind: 'BANK_CARD', number: '6217000010000000003' });
  });

  test.each(['BANK_CARD', 'SOCIAL_SECURITY_CARD'])('%s: 13 to 19 digits', (kind) => {
    const holds = (length: number) => bankAccount.safeParse({ kind, number: '6'.repeat(length) }).success;
    expect([12, 13, 19, 20].map(holds)).toEqual([false, true, true, false]);
  });

  test('a corporate account may be shorter or longer than a card', () => {
    const holds = (length: number) =>
      bankAccount.safeParse({ kind: 'CORPORATE', number: '1'.repeat(length) }).success;
    expect([7, 8, 32, 33].map(holds)).toEqual([false, true, true, false]);
  });

  test('a number whose check sum does not hold is let through: passbooks do not follow it', () => {
    expect(luhnHolds('6222020000000000')).toBe(false);
    expect(bankAccount.safeParse({ kind: 'BANK_CARD', number: '6222020000000000' }).success).toBe(true);
  });

  test('a refusal does not repeat the number', () => {
    const { error } = bankAccount.safeParse({ kind: 'BANK_CARD', number: '62170000100000000031' });
    expect(error?.issues[0]?.message).toContain('13 to 19');
    expect(JSON.stringify(error)).not.toContain('62170000');
  });

  test.each(['6217000010000000003', '6222020000000007'])('the check sum of %s holds', (number) => {
    expect(luhnHolds(number)).toBe(true);
  });

  test('only its last four digits are listed', () => {
    expect(maskAccount('6217000010000000003')).toBe('****0003');
  });
});
