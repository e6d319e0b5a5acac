import type { ImportIssue, Remark } from './import-issue.ts';

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

export type Columns = Readonly<Record<string, Column<unknown>>>;
export type ValuesOf<C extends Columns> = {
  readonly [Name in keyof C]: C[Name] extends Column<infer T> ? T : never;
};
export type ReadRow<V> = { readonly row: number; readonly values: V };

/** What a table's rows say, and what is wrong with them. */
export type Readings<V> = {
  readonly rows: readonly ReadRow<V>[];
  readonly issues: readonly ImportIssue[];
  readonly notes: readonly ImportIssue[];
  /** An issue in one column of one row, found after the cells had been read. */
  readonly issueIn: (row: number, name: keyof V & string, remark: Remark) => ImportIssue;
  /** A value of a column as a message may show it. */
  readonly shown: (name: keyof V & string, value: string) => string;
  /** A column's names, and where it stands if it does. */
  readonly columnOf: (name: keyof V & string) => {
    readonly zh: string;
    readonly en: string;
    readonly column?: { readonly name: string; readonly letter: string };
  };
};
