import { describe, expect, test } from 'vitest';
import { creditCode } from './credit-code.ts';

describe('a unified social credit code', () => {
  test.each(['91350100M000100Y43', '91141124MA0TE5T088', '91140106MA0TAAA172', '12141124MB0TAAA37R'])(
    '%s is right',
    (code) => {
      expect(creditCode.parse(code)).toBe(code);
    },
  );

  test('lower case, spaces and full-width characters are mended', () => {
    expect(creditCode.parse(' 91350100 m000100y43')).toBe('91350100M000100Y43');
    expect(creditCode.parse('９１３５０１００Ｍ０００１００Ｙ４３')).toBe('91350100M000100Y43');
  });

  test.each([
    ['a wrong check character', '91350100M000100Y4Z'.replace('Z', '4'), /check character/],
    ['Z, which the standard does not use', '91350100M000100Y4Z', /without I, O, S, V, Z/],
    ['the letter O for a zero', '91350100M0001O0Y43', /without I, O, S, V, Z/],
    ['seventeen characters', '91350100M000100Y4', /18/],
  ])('with %s is refused', (_what, code, message) => {
    expect(creditCode.safeParse(code).error?.issues[0]?.message).toMatch(message);
  });
});
