import { streamXlsxRows } from 'hucre/xlsx';
import { type ImportIssue, unreadable } from '../cells/import-issue.ts';
import { type Cell, type SheetRow, type SheetTable, textOfCell } from '../cells/sheet-table.ts';
import { refuseTooManyRows } from '../row-limit.ts';
import { brokenWorkbook } from './file-format.ts';
import { cellOf } from './cell-of.ts';
import { listSheets, type SheetPart } from './list-sheets.ts';
import { type Archive, openArchive, orBroken } from './open-archive.ts';
import { scanSheet } from './scan-sheet.ts';
import { sheetFaults } from './sheet-faults.ts';

export type IsHeader = (header: readonly string[]) => boolean;

/** A title or a note may stand above the header. */
const headerWithin = 10;
/** No register has so many; a stray cell at the far right must not widen every row. */
const mostColumns = 200;
/** Headers and titles are no rows; what is over is counted when all sheets are read. */
const titles = 1000;

const isBlank = (cells: readonly Cell[]): boolean => cells.every((cell) => textOfCell(cell).trim() === '');

type Rows = {
  readonly rows: SheetRow[];
  readonly count: { total: number };
  readonly rowCount: number;
};

/** Reads a sheet row by row; blank rows are left out but counted, so that row numbers are those Excel shows. */
const readRows = async (bytes: Uint8Array, sheet: string, { rows, count, rowCount }: Rows): Promise<void> => {
  let seen = 0;
  for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
    seen += 1;
    const cells = values.slice(0, mostColumns).map(cellOf);
    if (isBlank(cells)) continue;
    count.total += 1;
    refuseTooManyRows(count.total - titles);
    rows.push({ row: index + 1, cells });
  }
  // The reader passes over what it does not understand; a row that went missing in silence would be the worst.
  if (seen !== rowCount) throw unreadable(1, brokenWorkbook);
};

const textsOf = ({ cells }: SheetRow): string[] => cells.map(textOfCell);

const hiddenNote: ImportIssue = {
  row: 1,
  code: 'SHEET_HIDDEN',
  problem: { zh: '这是隐藏的工作表，也已读取。', en: 'This sheet is hidden; it was read all the same.' },
  mend: { zh: '如不应导入，请删除此工作表。', en: 'Take the sheet out if it does not belong here.' },
};

type Reading = {
  readonly bytes: Uint8Array;
  readonly archive: Archive;
  readonly isHeader: IsHeader;
  /** Rows of the whole workbook so far. */
  readonly count: { total: number };
};

const readSheet = async (
  { bytes, archive, isHeader, count }: Reading,
  { name, path, hidden }: SheetPart,
): Promise<SheetTable[]> => {
  const scan = await orBroken(archive.open(path).then(scanSheet));
  const rows: SheetRow[] = [];
  await orBroken(readRows(bytes, name, { rows, count, rowCount: scan.rowCount }));
  const top = rows.slice(0, headerWithin);
  const headerRow = top.find((row) => isHeader(textsOf(row))) ?? top[0];
  if (headerRow === undefined) return [];
  const header = textsOf(headerRow);
  return [
    {
      sheet: name,
      headerRow: headerRow.row,
      header,
      rows: rows.filter(({ row }) => row > headerRow.row),
      issues: sheetFaults(scan, header, headerRow.row),
      notes: hidden ? [hiddenNote] : [],
    },
  ];
};

/**
 * The sheets of a workbook that have anything in them.
 * @throws UnreadableFileError when it is broken, unpacks to too much, or has too many rows
 */
export const readWorkbook = async (bytes: Uint8Array, isHeader: IsHeader): Promise<SheetTable[]> => {
  const archive = await openArchive(bytes);
  const reading = { bytes, archive, isHeader, count: { total: 0 } };
  const tables: SheetTable[] = [];
  for (const part of await listSheets(archive)) tables.push(...(await readSheet(reading, part)));
  return tables;
};
