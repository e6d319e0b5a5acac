import { type Cell as StyledCell, type CellValue, writeXlsx } from 'hucre/xlsx';
import type { ImportIssue } from '../cells/import-issue.ts';
import { type SheetRow, type SheetTable, textOfCell } from '../cells/sheet-table.ts';

/** What is marked: a cell, or a whole row when no column is named; with the reason for the last column. */
export type Mark = Pick<ImportIssue, 'sheet' | 'row' | 'column'> & {
  readonly kind: 'ERROR' | 'CONFLICT';
  readonly reason: string;
};

const reasonHeader = '原因';
const colours = { ERROR: 'FFC7CE', CONFLICT: 'FFEB9C' } as const;
const styleOf = (kind: Mark['kind']): Partial<StyledCell> => ({
  style: { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: colours[kind] } } },
});

/** `0` for A, `26` for AA. */
const indexOf = (letters: string): number =>
  Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

const columnsOf = ({ column }: Mark, { cells }: SheetRow): number[] =>
  column === undefined ? cells.map((_, index) => index) : [indexOf(column.letter)];

/** Conflicts first, so that an error in the same cell is the one that shows. */
const byWeight = (a: Mark, b: Mark): number => (a.kind < b.kind ? -1 : 1);

/** Every row with the number it has in the file, the header among them. */
const allRows = (table: SheetTable): SheetRow[] => [
  { row: table.headerRow, cells: table.header },
  ...table.rows,
  ...(table.oddRows ?? []),
];

const sheetOf = (table: SheetTable, marks: readonly Mark[]) => {
  const all = allRows(table);
  const width = Math.max(...[...new Set(all.map(({ cells }) => cells.length))]);
  const last = all.reduce((latest, { row }) => Math.max(latest, row), 1);
  const marksOf = Map.groupBy(marks, ({ row }) => row);
  const rows: CellValue[][] = Array.from({ length: last }, () => []);
  const cells = new Map<string, Partial<StyledCell>>();
  for (const row of all) {
    const found = (marksOf.get(row.row) ?? []).toSorted(byWeight);
    const heading = row.row === table.headerRow ? [reasonHeader] : [];
    const texts = Array.from({ length: width }, (_, column) => textOfCell(row.cells[column]));
    rows[row.row - 1] = [...texts, [...heading, ...found.map(({ reason }) => reason)].join('\n')];
    for (const mark of found)
      for (const column of columnsOf(mark, row))
        cells.set(`${row.row - 1},${column}`, { value: texts[column] ?? '', ...styleOf(mark.kind) });
  }
  return { name: table.sheet ?? '数据', rows, cells };
};

/**
 * A copy of the tables with the bad cells coloured (red: errors, yellow: conflicts) and a column of reasons. It holds
 * what the file held, personal data too: it is the clerk's own file back. All cells are text, so ids stay whole.
 */
export const markedCopy = (tables: readonly SheetTable[], marks: readonly Mark[]): Promise<Uint8Array> =>
  writeXlsx({
    sheets: tables.map((table) =>
      sheetOf(
        table,
        marks.filter(({ sheet }) => sheet === table.sheet),
      ),
    ),
  });
