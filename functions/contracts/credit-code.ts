import * as z from 'zod';
import { both } from './both.ts';
import { normaliseCode } from './normalise.ts';

/** GB 32100-2015: no I, O, S, V, Z. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

const checkCharacter = (body: string): string =>
  alphabet.charAt(
    (31 -
      (weights.reduce((sum, weight, index) => sum + weight * alphabet.indexOf(body.charAt(index)), 0) % 31)) %
      31,
  );

const form = new RegExp(`^[${alphabet}]{18}$`);

const fault = (code: string): string | undefined => {
  if (!form.test(code))
    return both(
      'a unified social credit code has 18 digits and capitals, without I, O, S, V, Z',
      '统一社会信用代码为18位数字和大写字母，不含 I、O、S、V、Z',
    );
  return checkCharacter(code) === code.charAt(17)
    ? undefined
    : both(
        'the check character of this unified social credit code does not fit; compare it with the licence',
        '统一社会信用代码的校验位不符，请与营业执照核对',
      );
};

/** A unified social credit code (统一社会信用代码). The organisation part's own check is not asked: old codes differ. */
export const creditCode = z
  .string()
  .max(60)
  .transform((text, context) => {
    const code = normaliseCode(text).toUpperCase();
    const message = fault(code);
    if (message !== undefined)
      context.addIssue({ code: 'custom', message, params: { reason: 'CREDIT_CODE' } });
    return code;
  });
