import { cleanCell } from './clean-cell.ts';
import type { Columns, Readings, ReadRow, ValuesOf } from './column.ts';
import { columnLetter, type ImportIssue, type Remark } from './import-issue.ts';
import { type Placed, placeColumns, shownName } from './place-columns.ts';
import { type Cell, type SheetRow, type SheetTable, textOfCell } from './sheet-table.ts';

const cleanedNote: Remark = {
  code: 'CELL_CLEANED',
  problem: {
    zh: '已去掉空格、隐藏字符或把全角字符改为半角。',
    en: 'Hidden or full-width characters or spaces were cleaned.',
  },
  mend: { zh: '无需处理。', en: 'Nothing to do.' },
};

const isWhole = <C extends Columns>(
  columns: C,
  values: Readonly<Record<string, unknown>>,
): values is ValuesOf<C> => Object.keys(columns).every((name) => name in values);

const cleaned = (cell: Cell | undefined, { column }: Placed) => cleanCell(textOfCell(cell), column.kind);

const columnAt = ({ column, index }: Pick<Placed, 'column' | 'index'>) =>
  index < 0 ? {} : { column: { name: shownName(column), letter: columnLetter(index) } };

const issueAt = (row: number, { column, index }: Placed, text: string, remark: Remark): ImportIssue => ({
  row,
  ...columnAt({ column, index }),
  ...(text !== '' && { value: column.mask ? column.mask(text) : text }),
  ...remark,
});

type Found = {
  readonly value?: unknown;
  readonly issue?: ImportIssue;
  readonly notes: readonly ImportIssue[];
};

const readCell = (row: number, at: Placed, cell: Cell | undefined): Found => {
  const { text, cleaned: changed } = cleaned(cell, at);
  const notes = changed ? [issueAt(row, at, text, cleanedNote)] : [];
  if (typeof cell === 'object') return { issue: issueAt(row, at, text, cell.fault), notes: [] };
  const result = at.column.read(text);
  if ('error' in result) return { issue: issueAt(row, at, text, result.error), notes };
  return {
    value: result.value,
    notes: result.note ? [...notes, issueAt(row, at, text, result.note)] : notes,
  };
};

/**
 * Reads every row by its columns.
 * @throws UnreadableFileError when a needed column is missing or a column is there twice
 */
export const readColumns = <C extends Columns>(columns: C, table: SheetTable): Readings<ValuesOf<C>> => {
  const { placed, notes: headerNotes } = placeColumns(columns, table);
  const issues: ImportIssue[] = [...table.issues];
  const notes: ImportIssue[] = [...table.notes, ...headerNotes];
  const cellsOf = new Map(table.rows.map(({ row, cells }) => [row, cells]));

  const readRow = ({ row, cells }: SheetRow): ReadRow<ValuesOf<C>>[] => {
    const values: Record<string, unknown> = {};
    for (const at of placed) {
      const found = readCell(row, at, cells[at.index]);
      notes.push(...found.notes);
      if (found.issue) issues.push(found.issue);
      else values[at.name] = found.value;
    }
    return isWhole(columns, values) ? [{ row, values }] : [];
  };

  const placeOf = new Map(placed.map((at) => [at.name, at]));
  return {
    rows: table.rows.flatMap(readRow),
    issues,
    notes,
    issueIn: (row, name, remark) => {
      const at = placeOf.get(name);
      if (at === undefined) return { row, ...remark };
      return issueAt(row, at, cleaned(cellsOf.get(row)?.[at.index], at).text, remark);
    },
    shown: (name, value) => placeOf.get(name)?.column.mask?.(value) ?? value,
    columnOf: (name) => {
      const at = placeOf.get(name);
      return at === undefined
        ? { zh: name, en: name }
        : { zh: at.column.zh[0], en: at.column.en, ...columnAt(at) };
    },
  };
};
