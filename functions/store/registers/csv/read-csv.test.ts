import { describe, expect, test } from 'vitest';
import { gb18030 } from '../../../../test/support/gb18030.ts';
import { UnreadableFileError } from '../cells/import-issue.ts';
import { readCsv } from './read-csv.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const unreadable = (content: Uint8Array) => {
  try {
    readCsv(content);
  } catch (error) {
    if (error instanceof UnreadableFileError) return error.issues.map(({ row, code }) => ({ row, code }));
    throw error;
  }
  throw new Error('the file was read');
};

describe('a file is read in the encoding it was saved in', () => {
  const text = '姓名,户籍县\r\n例甲子,141124\r\n';
  test.each([
    ['UTF-8', bytes(text), 'UTF-8'],
    ['UTF-8 with BOM, as Excel saves it', bytes(`\ufeff${text}`), 'UTF-8 with BOM'],
    ['GBK, as an old office program saves it', gb18030(text), 'GB18030'],
    [
      'UTF-16, as Excel saves "Unicode text"',
      new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le')),
      'UTF-16LE',
    ],
  ])('%s', (_case, content, encoding) => {
    expect(readCsv(content)).toMatchObject({
      encoding,
      header: ['姓名', '户籍县'],
      rows: [{ row: 2, cells: ['例甲子', '141124'] }],
      issues: [],
      notes: [],
    });
  });

  test('bytes that are neither are refused, not guessed', () => {
    expect(unreadable(Uint8Array.of(0x61, 0x2c, 0xff, 0xff, 0x0a))).toEqual([
      { row: 1, code: 'FILE_ENCODING' },
    ]);
  });

  test('a workbook is named as one', () => {
    expect(unreadable(Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0x14))).toEqual([
      { row: 1, code: 'FILE_IS_A_WORKBOOK' },
    ]);
  });
});

describe('a damaged file is refused with its row', () => {
  test('an empty file', () => expect(unreadable(bytes(''))).toEqual([{ row: 1, code: 'FILE_EMPTY' }]));

  test('a quote that is never closed', () => {
    expect(unreadable(bytes('a,b\n1,2\n3,"4\n5,6\n'))).toEqual([{ row: 3, code: 'QUOTE_NOT_CLOSED' }]);
  });

  test('a quote in the middle of a cell', () => {
    expect(unreadable(bytes('a,b\n1,2\n3,4"5\n'))).toEqual([{ row: 3, code: 'QUOTE_MISPLACED' }]);
  });

  test('a file that ends in the middle of a row', () => {
    expect(readCsv(bytes('a,b,c\n1,2,3\n4,5')).issues).toMatchObject([{ row: 3, code: 'FILE_CUT_OFF' }]);
  });

  test('a last row without a line end may be complete, so it is a note', () => {
    const { issues, notes } = readCsv(bytes('a,b\n1,2'));
    expect(issues).toEqual([]);
    expect(notes).toMatchObject([{ row: 2, code: 'NO_LINE_END' }]);
  });

  test('too many or too few cells, in every such row', () => {
    const { rows, issues } = readCsv(bytes('a,b\n1\n1,2\n1,2,3\n'));
    expect(rows.map(({ row }) => row)).toEqual([3]);
    expect(issues.map(({ row, code }) => ({ row, code }))).toEqual([
      { row: 2, code: 'COLUMN_COUNT' },
      { row: 4, code: 'COLUMN_COUNT' },
    ]);
  });
});

test('rows are numbered as a spreadsheet shows them, blank rows and line breaks in cells included', () => {
  const { rows } = readCsv(bytes('a,b\n\n"1\n2",3\n,\n4,5\n'));
  expect(rows).toEqual([
    { row: 3, cells: ['1\n2', '3'] },
    { row: 5, cells: ['4', '5'] },
  ]);
});

test('tabs and semicolons separate cells as commas do', () => {
  expect(readCsv(bytes('a\tb\n1,5\t2\n')).rows).toEqual([{ row: 2, cells: ['1,5', '2'] }]);
  expect(readCsv(bytes('a;b\n1;2\n')).rows).toEqual([{ row: 2, cells: ['1', '2'] }]);
});
