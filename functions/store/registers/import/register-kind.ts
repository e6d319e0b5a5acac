import type { RecordSource } from '../../../contracts/registers.ts';
import type { IsoDate } from '../../../contracts/scalars.ts';
import type { Vault } from '../../../platform/vault.ts';
import type { Key } from '../../keys.ts';
import type { Write } from '../../transact.ts';
import type { Item } from '../batch-get.ts';
import type { ReadRow, Readings } from '../csv/column.ts';
import type { CsvFile } from '../csv/read-csv.ts';
import type { Remark } from '../csv/import-issue.ts';
import type { Register } from '../register-names.ts';

export type RowAction = 'CREATE' | 'UPDATE' | 'SAME';

/** A column of the row at fault, and what is wrong with it. */
export type Fault<V> = { readonly column: keyof V & string; readonly remark: Remark };

/** What one row does to its item: the item afterwards, or why it cannot be done. */
export type Applied<I, V> =
  | { readonly action: RowAction; readonly item: I; readonly notes?: readonly Fault<V>[] }
  | { readonly fault: Fault<V> };

export type RowContext = { readonly vault: Vault; readonly asOf: IsoDate };

/** How one register's rows (V) become items of the table (I). Several rows may belong to one item. */
export type RegisterKind<V extends { readonly asOf: IsoDate | undefined }, I> = {
  readonly register: Register;
  readonly readFile: (file: CsvFile) => Readings<V>;
  /** What is wrong with a row by itself, across its columns. */
  readonly faultsOf: (values: V, asOf: IsoDate) => readonly Fault<V>[];
  /** Two rows with one identity are a duplicate; `column` is where to say so. */
  readonly identityOf: (values: V) => { readonly text: string; readonly column: keyof V & string };
  readonly keyOf: (values: V, vault: Vault) => Key;
  /** What a list may show of the row; never an id. */
  readonly labelOf: (values: V) => string;
  readonly parse: (item: Item) => I;
  readonly apply: (stored: I | undefined, values: V, context: RowContext) => Applied<I, V>;
  /** A write that holds only if the item is still what was read. */
  readonly write: (key: Key, before: I | undefined, after: I) => Write;
  /** Faults that show only when all rows of the file are known. */
  readonly acrossRows?: (rows: readonly ReadRow<V>[]) => readonly { row: number; fault: Fault<V> }[];
};

/** The source of a record after this import; every write counts one version further. */
export const nextSource = (
  register: string,
  asOf: IsoDate,
  before: RecordSource | undefined,
): RecordSource => ({
  register,
  asOf,
  version: (before?.version ?? 0) + 1,
});
