import { CsvError, parse } from 'csv-parse/sync';
import { decodeFile, type Encoding } from './decode-file.ts';
import { type ImportIssue, unreadable } from '../cells/import-issue.ts';
import type { SheetTable } from '../cells/sheet-table.ts';

type CsvRow = { readonly row: number; readonly cells: readonly string[] };

export type CsvFile = SheetTable & { readonly encoding: Encoding; readonly rows: readonly CsvRow[] };

/** The separator that the header uses most; Excel writes tabs into "Unicode text" and semicolons in some locales. */
const separatorOf = (text: string): string => {
  const header = text.slice(0, text.search(/[\r\n]|$/u));
  const count = (separator: string) => header.split(separator).length;
  return [',', '\t', ';'].reduce((best, next) => (count(next) > count(best) ? next : best));
};

const brokenQuote = (error: CsvError, records: number) =>
  unreadable(records + 1, {
    code: error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'QUOTE_NOT_CLOSED' : 'QUOTE_MISPLACED',
    problem: {
      zh: '双引号没有成对，文件可能被截断。',
      en: 'A quote is not closed; the file may be cut off.',
    },
    mend: {
      zh: '请重新导出整个文件，或补上缺少的双引号。',
      en: 'Export the whole file again, or add the missing quote.',
    },
  });

const split = (text: string): string[][] => {
  let records = 0;
  try {
    return parse(text, {
      bom: true,
      delimiter: separatorOf(text),
      relax_column_count: true,
      skip_empty_lines: false,
      on_record: (record: string[]) => {
        records += 1;
        return record;
      },
    });
  } catch (error) {
    if (error instanceof CsvError) throw brokenQuote(error, records);
    throw error;
  }
};

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

const wrongWidth = ({ row, cells }: CsvRow, width: number, cutOff: boolean): ImportIssue => ({
  row,
  code: cutOff ? 'FILE_CUT_OFF' : 'COLUMN_COUNT',
  problem: cutOff
    ? { zh: '文件在这一行中间结束，可能没有传完。', en: 'The file ends in the middle of this row.' }
    : {
        zh: `这一行有 ${cells.length} 列，表头有 ${width} 列。`,
        en: `This row has ${cells.length} cells, the header has ${width}.`,
      },
  mend: cutOff
    ? { zh: '请重新导出或重新传送整个文件。', en: 'Export or copy the whole file again.' }
    : {
        zh: '请检查是否多了或少了逗号；含逗号的内容要加双引号。',
        en: 'Look for a comma too many or too few; a cell with a comma needs quotes.',
      },
});

const noLineEnd = (row: number): ImportIssue => ({
  row,
  code: 'NO_LINE_END',
  problem: { zh: '最后一行没有换行符。', en: 'The last row has no line end.' },
  mend: { zh: '请确认文件完整。', en: 'Make sure that the file is complete.' },
});

/**
 * Splits a file into its header and rows. Blank rows are left out but counted, so that row numbers are those a
 * spreadsheet shows.
 * @throws UnreadableFileError when the file is empty, a quote is not closed, or the encoding is unknown
 */
export const readCsv = (bytes: Uint8Array): CsvFile => {
  const { text, encoding } = decodeFile(bytes);
  const [header, ...records] = split(text);
  if (header === undefined || isBlank(header))
    throw unreadable(1, {
      code: 'FILE_EMPTY',
      problem: { zh: '文件没有表头。', en: 'The file has no header row.' },
      mend: { zh: '第一行必须是列名。', en: 'The first row must name the columns.' },
    });
  const rows = records
    .map((cells, index) => ({ row: index + 2, cells }))
    .filter(({ cells }) => !isBlank(cells));
  const last = rows.at(-1);
  const endsOpen = !/[\r\n]$/u.test(text);
  return {
    encoding,
    headerRow: 1,
    header,
    rows: rows.filter(({ cells }) => cells.length === header.length),
    oddRows: rows.filter(({ cells }) => cells.length !== header.length),
    issues: rows
      .filter(({ cells }) => cells.length !== header.length)
      .map((row) =>
        wrongWidth(row, header.length, row === last && endsOpen && row.cells.length < header.length),
      ),
    notes: endsOpen && last?.cells.length === header.length ? [noLineEnd(last.row)] : [],
  };
};
