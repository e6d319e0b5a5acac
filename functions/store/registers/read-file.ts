import { unreadable } from './cells/import-issue.ts';
import type { SheetTable } from './cells/sheet-table.ts';
import type { Encoding } from './csv/decode-file.ts';
import { readCsv } from './csv/read-csv.ts';
import { refuseTooManyRows } from './row-limit.ts';
import { isWorkbook, refuseOtherFormats } from './xlsx/file-format.ts';
import { type IsHeader, readWorkbook } from './xlsx/read-workbook.ts';

export type ReadFile = { readonly encoding: Encoding | 'XLSX'; readonly tables: readonly SheetTable[] };

const empty = {
  code: 'FILE_EMPTY',
  problem: { zh: '工作簿中没有数据。', en: 'There is nothing in the workbook.' },
  mend: { zh: '第一行必须是列名。', en: 'The first row must name the columns.' },
};

/**
 * The tables of a file: one for a CSV file, one for each sheet of a workbook. What it is follows from its bytes; its
 * name is asked only whether it promises something else.
 * @throws UnreadableFileError when no table can be had from it
 */
export const readFile = async (
  bytes: Uint8Array,
  { fileName, isHeader }: { readonly fileName?: string | undefined; readonly isHeader: IsHeader },
): Promise<ReadFile> => {
  refuseOtherFormats(bytes, fileName);
  if (isWorkbook(bytes)) {
    const tables = await readWorkbook(bytes, isHeader);
    if (tables.length === 0) throw unreadable(1, empty);
    refuseTooManyRows(tables.reduce((sum, { rows }) => sum + rows.length, 0));
    return { encoding: 'XLSX', tables };
  }
  const { encoding, ...table } = readCsv(bytes);
  refuseTooManyRows(table.rows.length + table.issues.length);
  return { encoding, tables: [table] };
};
