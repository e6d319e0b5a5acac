import * as z from 'zod';
import { both } from './both.ts';
import { normaliseCode } from './normalise.ts';

export const accountKinds = ['BANK_CARD', 'SOCIAL_SECURITY_CARD', 'CORPORATE'] as const;

/** The card industry's check sum. Passbooks and corporate accounts do not follow it, so it warns and never blocks. */
export const luhnHolds = (digits: string): boolean =>
  Array.from(digits)
    .reverse()
    .reduce((sum, digit, index) => {
      const doubled = Number(digit) * (index % 2 === 1 ? 2 : 1);
      return sum + (doubled > 9 ? doubled - 9 : doubled);
    }, 0) %
    10 ===
  0;

const forms = {
  BANK_CARD: /^\d{13,19}$/,
  SOCIAL_SECURITY_CARD: /^\d{13,19}$/,
  CORPORATE: /^\d{8,32}$/,
} as const;

/** A bank account; a person's card has 13 to 19 digits. The message never repeats the number. */
export const bankAccount = z
  .strictObject({
    kind: z.enum(accountKinds),
    number: z
      .string()
      .max(60)
      .transform((text) => normaliseCode(text).replaceAll('-', '')),
  })
  .refine(({ kind, number }) => forms[kind].test(number), {
    path: ['number'],
    message: both(
      'a card has 13 to 19 digits, a corporate account 8 to 32',
      '银行卡号为13至19位数字，对公账号为8至32位数字',
    ),
  });

/** Only the last four digits are ever listed. */
export const maskAccount = (number: string): string => `****${number.slice(-4)}`;
