import type { Columns, Readings, ValuesOf } from '../cells/column.ts';
import { type HeaderMatch, matchHeader } from '../cells/place-columns.ts';
import { readColumns } from '../cells/read-columns.ts';
import type { SheetTable } from '../cells/sheet-table.ts';

/** The part of a register's kind that follows from its columns. */
export const fromColumns = <C extends Columns>(columns: C) => ({
  readTable: (table: SheetTable): Readings<ValuesOf<C>> => readColumns(columns, table),
  matchHeader: (header: readonly string[]): HeaderMatch => matchHeader(columns, header),
});
