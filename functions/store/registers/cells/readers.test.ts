import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanCell } from './clean-cell.ts';
import { columnLetter } from './import-issue.ts';
import { dateCell, wordCell, yesNoCell, yuanCell } from './readers.ts';

describe('amounts', () => {
  test('any amount of yuan and fen is read to the fen', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999_999 }),
        fc.integer({ min: 0, max: 99 }),
        (yuan, cents) => {
          const text = `${yuan}.${String(cents).padStart(2, '0')}`;
          expect(yuanCell(text)).toEqual({ value: yuan * 100 + cents });
          expect(yuanCell(`${yuan.toLocaleString('en-US')}.${String(cents).padStart(2, '0')}`)).toEqual(
            yuanCell(text),
          );
        },
      ),
    );
  });

  test.each([
    ['800', 80000],
    ['0.5', 50],
    ['¥1,200.00', 120000],
    ['88.10元', 8810],
    ['1000000000.00', 100000000000],
  ])('%s yuan', (text, value) => expect(yuanCell(text)).toEqual({ value }));

  test.each(['1.234', '-5', '1,23', '5e3', '８００', 'abc', '.5', '1000000000.01', '99999999999999999999'])(
    '%s is no amount',
    (text) => expect(yuanCell(text)).toMatchObject({ error: { code: 'AMOUNT_WRONG' } }),
  );
});

describe('dates', () => {
  test('the standard form is taken as it is', () =>
    expect(dateCell('2020-03-16')).toEqual({ value: '2020-03-16' }));

  test.each(['2020/3/16', '2020.03.16', '20200316', '2020年3月16日'])('%s is read, with a note', (text) => {
    expect(dateCell(text)).toMatchObject({ value: '2020-03-16', note: { code: 'DATE_READ_AS' } });
  });

  test.each(['2020-02-30', '2021-02-29', '16/03/2020', '43906', '2020-3', '2020-13-01'])(
    '%s is no date',
    (text) => {
      expect(dateCell(text)).toMatchObject({ error: { code: 'DATE_WRONG' } });
    },
  );
});

describe('words of a list', () => {
  const read = wordCell({ ABLE: ['普通劳动力'], LOST: ['丧失劳动力'] });
  test('by code, in any case, or by the Chinese name', () => {
    expect(['ABLE', 'able', '普通劳动力'].map(read)).toEqual([
      { value: 'ABLE' },
      { value: 'ABLE' },
      { value: 'ABLE' },
    ]);
  });
  test('an unknown word is answered with the list', () => {
    expect(read('好')).toMatchObject({
      error: { code: 'WORD_UNKNOWN', mend: { zh: '请填：普通劳动力 ABLE、丧失劳动力 LOST。' } },
    });
  });
  test('the name of a built-in property is no word', () => {
    expect(read('constructor')).toMatchObject({ error: { code: 'WORD_UNKNOWN' } });
  });
  test('yes and no in the words of a form', () => {
    expect(['是', '1', 'true'].map(yesNoCell)).toEqual([{ value: true }, { value: true }, { value: true }]);
    expect(['否', '无', 'N'].map(yesNoCell)).toEqual([{ value: false }, { value: false }, { value: false }]);
  });
});

describe('cleaning', () => {
  test('a code loses spaces, hidden marks, the apostrophe, and full-width forms', () => {
    expect(cleanCell("'１４１１２４ 1985\u200b06\u00a012", 'code')).toEqual({
      text: '14112419850612',
      cleaned: true,
    });
  });
  test('a name keeps its own brackets', () => {
    expect(cleanCell(' 样例（临县）\u3000公司 ', 'text')).toEqual({
      text: '样例（临县） 公司',
      cleaned: true,
    });
  });
  test('outer spaces alone are not worth a note', () => {
    expect(cleanCell(' 141124 ', 'code')).toEqual({ text: '141124', cleaned: false });
  });
});

test('columns are lettered as a spreadsheet letters them', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});
