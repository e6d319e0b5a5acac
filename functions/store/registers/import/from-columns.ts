import type { Columns, Readings, ValuesOf } from '../cells/column.ts';
import { type HeaderMatch, matchHeader } from '../cells/place-columns.ts';
import { readColumns } from '../cells/read-columns.ts';
import type { SheetTable } from '../cells/sheet-table.ts';
import type { NamedColumn } from './register-kind.ts';

const columnNamed = <C extends Columns>(columns: C, en: string): NamedColumn<ValuesOf<C>> | undefined => {
  const isName = (name: string): name is keyof C & string => name in columns;
  const name = Object.keys(columns)
    .filter(isName)
    .find((key) => columns[key]?.en === en);
  return name === undefined ? undefined : { name, mask: columns[name]?.mask };
};

/** The part of a register's kind that follows from its columns. */
export const fromColumns = <C extends Columns>(columns: C) => ({
  readTable: (table: SheetTable): Readings<ValuesOf<C>> => readColumns(columns, table),
  matchHeader: (header: readonly string[]): HeaderMatch => matchHeader(columns, header),
  columnNamed: (en: string) => columnNamed(columns, en),
});
