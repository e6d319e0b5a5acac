import { cleanCell } from './clean-cell.ts';
import type { Column, Columns } from './column.ts';
import { columnLetter, type ImportIssue, UnreadableFileError } from './import-issue.ts';
import type { SheetTable } from './sheet-table.ts';

export type Placed = { readonly name: string; readonly column: Column<unknown>; readonly index: number };

const plain = (header: string): string =>
  cleanCell(header, 'code').text.toLowerCase().replaceAll(/[_-]/gu, '');
const names = ({ zh, en }: Column<unknown>): string[] => [en, ...zh].map(plain);
export const shownName = ({ zh, en }: Column<unknown>): string => `${zh[0]} ${en}`;

const missing = (columns: readonly Column<unknown>[]): Omit<ImportIssue, 'row'> => ({
  code: 'COLUMN_MISSING',
  problem: {
    zh: `缺少列：${columns.map(({ zh }) => zh[0]).join('、')}。`,
    en: `Columns are missing: ${columns.map(({ en }) => en).join(', ')}.`,
  },
  mend: { zh: '请在表头补上这些列名。', en: 'Add them to the header row.' },
});

const twice = (column: Column<unknown>, index: number): Omit<ImportIssue, 'row'> => ({
  column: { name: shownName(column), letter: columnLetter(index) },
  code: 'COLUMN_TWICE',
  problem: { zh: '同一列出现了两次。', en: 'This column is there twice.' },
  mend: { zh: '请删除其中一列。', en: 'Remove one of them.' },
});

const unknownColumn = (header: string, index: number): Omit<ImportIssue, 'row'> => ({
  column: { name: header.trim(), letter: columnLetter(index) },
  code: 'COLUMN_IGNORED',
  problem: { zh: '系统没有这一列，已忽略。', en: 'This column is not known and was left out.' },
  mend: { zh: '如应有此列，请核对列名。', en: 'If it matters, check its name.' },
});

const whereIs = (columns: Columns, header: readonly string[]) => {
  const found = header.map(plain);
  return Object.entries(columns).map(([name, column]) => {
    const known = new Set(names(column));
    return { name, column, indexes: found.flatMap((text, index) => (known.has(text) ? [index] : [])) };
  });
};

export type HeaderMatch = {
  /** Needed columns that the header lacks, by their Chinese names. */
  readonly lacking: readonly string[];
  /** Columns that it has. */
  readonly found: number;
};

/** How well a header fits a register. */
export const matchHeader = (columns: Columns, header: readonly string[]): HeaderMatch => {
  const places = whereIs(columns, header);
  return {
    lacking: places
      .filter(({ column, indexes }) => indexes.length === 0 && !column.optional)
      .map(({ column }) => column.zh[0]),
    found: places.filter(({ indexes }) => indexes.length > 0).length,
  };
};

/**
 * Finds each column's place in the header.
 * @throws UnreadableFileError when a needed column is missing or a column is there twice
 */
export const placeColumns = (columns: Columns, { header, headerRow }: SheetTable) => {
  const all = whereIs(columns, header);
  const known = new Set(all.flatMap(({ indexes }) => indexes));
  const lacking = all.filter(({ column, indexes }) => indexes.length === 0 && !column.optional);
  const issues = [
    ...(lacking.length > 0 ? [missing(lacking.map(({ column }) => column))] : []),
    ...all.flatMap(({ column, indexes }) => indexes.slice(1).map((index) => twice(column, index))),
  ].map((issue) => ({ ...issue, row: headerRow }));
  if (issues.length > 0) throw new UnreadableFileError(issues);
  return {
    placed: all.map(({ name, column, indexes }): Placed => ({ name, column, index: indexes[0] ?? -1 })),
    notes: header
      .flatMap((text, index) => (known.has(index) || text.trim() === '' ? [] : [unknownColumn(text, index)]))
      .map((note) => ({ ...note, row: headerRow })),
  };
};
