import * as z from 'zod';
import { both } from './both.ts';
import { normaliseCode } from './normalise.ts';

/** A mainland mobile number, kept as +86 and eleven digits. */
export const phone = z
  .string()
  .max(40)
  .transform((text, context) => {
    const digits = normaliseCode(text)
      .replaceAll('-', '')
      .replace(/^(\+|00)?86(?=\d{11}$)/, '');
    if (!/^1[3-9]\d{9}$/.test(digits))
      context.addIssue({
        code: 'custom',
        message: both('a mobile number has 11 digits and begins with 13 to 19', '手机号为11位，以13至19开头'),
      });
    return `+86${digits}`;
  });

export const maskPhone = (number: string): string =>
  `${'*'.repeat(Math.max(0, number.length - 4))}${number.slice(-4)}`;
