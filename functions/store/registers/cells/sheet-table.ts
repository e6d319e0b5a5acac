import type { ImportIssue, Remark } from './import-issue.ts';

/** A cell's text; or what it shows with why it cannot be taken, as a number that has lost digits. */
export type Cell = string | { readonly shown: string; readonly fault: Remark };

/** A row: `row` is its number in a spreadsheet. */
export type SheetRow = { readonly row: number; readonly cells: readonly Cell[] };

/** One sheet of a workbook, or a whole CSV file. */
export type SheetTable = {
  /** A CSV file has none. */
  readonly sheet?: string;
  readonly headerRow: number;
  readonly header: readonly string[];
  readonly rows: readonly SheetRow[];
  /** Rows that cannot be read because they are too long or too short; each has its issue. */
  readonly oddRows?: readonly SheetRow[];
  readonly issues: readonly ImportIssue[];
  readonly notes: readonly ImportIssue[];
};

export const textOfCell = (cell: Cell | undefined): string =>
  typeof cell === 'string' ? cell : (cell?.shown ?? '');
