import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { birthDateOf, citizenId, maskCitizenId, maskName, normaliseCitizenId } from './citizen-id.ts';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const complete = (body: string): string =>
  body + '10X98765432'.charAt(weights.reduce((sum, weight, i) => sum + weight * Number(body[i]), 0) % 11);

/** Synthetic people only: sequence 996 to 999. */
const synthetic = fc
  .tuple(
    fc.integer({ min: 110000, max: 659999 }),
    fc.date({ min: new Date('1930-01-01'), max: new Date('2010-12-31'), noInvalidDate: true }),
    fc.integer({ min: 996, max: 999 }),
  )
  .map(([address, born, sequence]) =>
    complete(`${address}${born.toISOString().slice(0, 10).replaceAll('-', '')}${sequence}`),
  );

describe('a citizen id', () => {
  test.each(['11010519491231002X', '440524188001010014', '141124198506129974', '140925200403109988'])(
    '%s of the standard or the policy is right',
    (id) => {
      expect(citizenId.parse(id)).toBe(id);
    },
  );

  test.each([
    ['fifteen digits', '110105491231002', '11010519491231002X'],
    ['fifteen digits of a synthetic person', '141124850612997', '141124198506129974'],
    ['a lower-case x', '11010519491231002x', '11010519491231002X'],
    ['a full-width x and digits', '１１０１０５１９４９１２３１００２ｘ', '11010519491231002X'],
    ['spaces between the groups', ' 110105 19491231 002X ', '11010519491231002X'],
    ['hidden spaces', '110105\u200b19491231\u00a0002X\ufeff', '11010519491231002X'],
  ])('with %s is mended', (_how, typed, id) => {
    expect(citizenId.parse(typed)).toBe(id);
  });

  test('keeps an address code that is no longer in the list: a person keeps it after a county is renamed', () => {
    const id = complete('14072619800101999');
    expect(citizenId.parse(id)).toBe(id);
  });

  test.each([
    ['a check character that does not fit', '141124198506129975', /check character/],
    ['a birth date that does not exist', complete('14112419850230997'), /birth date/],
    ['a letter in the middle', '1411241985061299A4', /18 characters/],
    ['seventeen digits', '14112419850612997', /18 characters/],
    ['nothing', '', /18 characters/],
  ])('with %s is refused in words that do not repeat it', (_what, id, message) => {
    const { error } = citizenId.safeParse(id);
    expect(error?.issues[0]?.message).toMatch(message);
    if (id.length > 6) expect(JSON.stringify(error)).not.toContain(id.slice(6, 14));
  });

  test('every synthetic id is right, and one changed digit makes it wrong', () => {
    fc.assert(
      fc.property(
        synthetic,
        fc.integer({ min: 0, max: 16 }),
        fc.integer({ min: 1, max: 9 }),
        (id, at, by) => {
          expect(citizenId.parse(id)).toBe(id);
          const digit = String((Number(id[at]) + by) % 10);
          expect(citizenId.safeParse(id.slice(0, at) + digit + id.slice(at + 1)).success).toBe(false);
        },
      ),
    );
  });

  test('normalising twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const once = normaliseCitizenId(text);
        expect(normaliseCitizenId(once)).toBe(once);
      }),
    );
  });

  test('tells the birth date', () => {
    expect(birthDateOf('140925200403109988')).toBe('2004-03-10');
  });
});

describe('what may be listed', () => {
  test('a masked id shows the county and two characters, never the birth date or the sequence', () => {
    expect(maskCitizenId('141124198506129974')).toBe('141124**********74');
    expect(maskCitizenId('14112485')).toBe('********');
  });

  test.each([
    ['张三', '张*'],
    ['欧阳小明', '欧***'],
    ['李', '李*'],
    ['𠮷田', '𠮷*'],
    [' 王小二 ', '王**'],
  ])('%s is listed as %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });
});
