import { cleanCell } from './clean-cell.ts';
import type { CsvFile, CsvRow } from './read-csv.ts';
import { columnLetter, type ImportIssue, type Remark, UnreadableFileError } from './import-issue.ts';

/** What a cell says, perhaps with a note on how it was read; or why it cannot be right. */
export type CellResult<T> = { readonly value: T; readonly note?: Remark } | { readonly error: Remark };
export type CellReader<T> = (text: string) => CellResult<T>;

export type Column<T> = {
  /** The first is shown in messages; all are accepted, as is the English name. */
  readonly zh: readonly [string, ...string[]];
  readonly en: string;
  /** How a cell is cleaned before it is read. */
  readonly kind: 'code' | 'text';
  /** May the column be missing altogether? */
  readonly optional: boolean;
  readonly read: CellReader<T>;
  /** Makes a value fit for messages, where the column holds personal data. */
  readonly mask?: (value: string) => string;
};

type Columns = Readonly<Record<string, Column<unknown>>>;
export type ValuesOf<C extends Columns> = {
  readonly [Name in keyof C]: C[Name] extends Column<infer T> ? T : never;
};
export type ReadRow<V> = { readonly row: number; readonly values: V };

type Placed = { readonly name: string; readonly column: Column<unknown>; readonly index: number };

const plain = (header: string): string =>
  cleanCell(header, 'code').text.toLowerCase().replaceAll(/[_-]/gu, '');
const names = ({ zh, en }: Column<unknown>): string[] => [en, ...zh].map(plain);
const shown = ({ zh, en }: Column<unknown>): string => `${zh[0]} ${en}`;

const missing = (columns: readonly Column<unknown>[]): ImportIssue => ({
  row: 1,
  code: 'COLUMN_MISSING',
  problem: {
    zh: `缺少列：${columns.map(({ zh }) => zh[0]).join('、')}。`,
    en: `Columns are missing: ${columns.map(({ en }) => en).join(', ')}.`,
  },
  mend: { zh: '请在第一行补上这些列名。', en: 'Add them to the first row.' },
});

const twice = (column: Column<unknown>, index: number): ImportIssue => ({
  row: 1,
  column: { name: shown(column), letter: columnLetter(index) },
  code: 'COLUMN_TWICE',
  problem: { zh: '同一列出现了两次。', en: 'This column is there twice.' },
  mend: { zh: '请删除其中一列。', en: 'Remove one of them.' },
});

const unknownColumn = (header: string, index: number): ImportIssue => ({
  row: 1,
  column: { name: header.trim(), letter: columnLetter(index) },
  code: 'COLUMN_IGNORED',
  problem: { zh: '系统没有这一列，已忽略。', en: 'This column is not known and was left out.' },
  mend: { zh: '如应有此列，请核对列名。', en: 'If it matters, check its name.' },
});

/** Finds each column's place in the header. */
const place = (columns: Columns, header: readonly string[]) => {
  const found = header.map(plain);
  const all = Object.entries(columns).map(([name, column]) => ({
    name,
    column,
    indexes: found.flatMap((text, index) => (names(column).includes(text) ? [index] : [])),
  }));
  const known = new Set(all.flatMap(({ indexes }) => indexes));
  const lacking = all.filter(({ column, indexes }) => indexes.length === 0 && !column.optional);
  const issues = [
    ...(lacking.length > 0 ? [missing(lacking.map(({ column }) => column))] : []),
    ...all.flatMap(({ column, indexes }) => indexes.slice(1).map((index) => twice(column, index))),
  ];
  if (issues.length > 0) throw new UnreadableFileError(issues);
  return {
    placed: all.map(({ name, column, indexes }): Placed => ({ name, column, index: indexes[0] ?? -1 })),
    notes: header.flatMap((text, index) =>
      known.has(index) || text.trim() === '' ? [] : [unknownColumn(text, index)],
    ),
  };
};

const cleanedNote: Remark = {
  code: 'CELL_CLEANED',
  problem: {
    zh: '已去掉空格、隐藏字符或把全角字符改为半角。',
    en: 'Hidden or full-width characters or spaces were cleaned.',
  },
  mend: { zh: '无需处理。', en: 'Nothing to do.' },
};

const issueAt = (row: number, { column, index }: Placed, text: string, remark: Remark): ImportIssue => ({
  row,
  ...(index >= 0 && { column: { name: shown(column), letter: columnLetter(index) } }),
  ...(text !== '' && { value: column.mask ? column.mask(text) : text }),
  ...remark,
});

const isWhole = <C extends Columns>(
  columns: C,
  values: Readonly<Record<string, unknown>>,
): values is ValuesOf<C> => Object.keys(columns).every((name) => name in values);

export type Readings<V> = {
  readonly rows: readonly ReadRow<V>[];
  readonly issues: readonly ImportIssue[];
  readonly notes: readonly ImportIssue[];
  /** An issue in one column of one row, found after the cells had been read. */
  readonly issueIn: (row: number, name: keyof V & string, remark: Remark) => ImportIssue;
};

/**
 * Reads every row by its columns.
 * @throws UnreadableFileError when a needed column is missing or a column is there twice
 */
export const readColumns = <C extends Columns>(columns: C, file: CsvFile): Readings<ValuesOf<C>> => {
  const { placed, notes: headerNotes } = place(columns, file.header);
  const issues: ImportIssue[] = [...file.issues];
  const notes: ImportIssue[] = [...file.notes, ...headerNotes];
  const texts = new Map<number, readonly string[]>();

  const readRow = ({ row, cells }: CsvRow): ReadRow<ValuesOf<C>>[] => {
    const values: Record<string, unknown> = {};
    texts.set(row, cells);
    for (const at of placed) {
      const { text, cleaned } = cleanCell(cells[at.index] ?? '', at.column.kind);
      const result = at.column.read(text);
      if (cleaned) notes.push(issueAt(row, at, text, cleanedNote));
      if ('error' in result) issues.push(issueAt(row, at, text, result.error));
      else {
        values[at.name] = result.value;
        if (result.note) notes.push(issueAt(row, at, text, result.note));
      }
    }
    return isWhole(columns, values) ? [{ row, values }] : [];
  };

  const issueIn = (row: number, name: string, remark: Remark): ImportIssue => {
    const at = placed.find((candidate) => candidate.name === name);
    if (at === undefined) return { row, ...remark };
    return issueAt(row, at, cleanCell(texts.get(row)?.[at.index] ?? '', at.column.kind).text, remark);
  };
  return { rows: file.rows.flatMap(readRow), issues, notes, issueIn };
};
