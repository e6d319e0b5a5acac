import type { Department } from '../../../contracts/registers/difference.ts';
import type { RecordSource } from '../../../contracts/registers/record-source.ts';
import type { IsoDate, Sentence } from '../../../contracts/scalars.ts';
import type { Vault } from '../../../platform/vault.ts';
import type { Key } from '../../keys.ts';
import type { Write } from '../../transact.ts';
import type { Item } from '../batch-get.ts';
import type { ReadRow, Readings } from '../cells/column.ts';
import type { Remark } from '../cells/import-issue.ts';
import type { HeaderMatch } from '../cells/place-columns.ts';
import type { SheetTable } from '../cells/sheet-table.ts';
import type { Register } from '../register-names.ts';

export type RowAction = 'CREATE' | 'UPDATE' | 'SAME' | 'CONFLICT';

/** A column of the row at fault, and what is wrong with it. */
export type Fault<V> = { readonly column: keyof V & string; readonly remark: Remark };

/** A field about which the row and the register disagree; the register's value stays. */
export type Conflict<V> = {
  readonly column: keyof V & string;
  readonly owner: Department;
  /** In plain text; masked before anybody sees it. */
  readonly ours: string | undefined;
  readonly oursAsOf: IsoDate;
  readonly theirs: unknown;
};

/** What one row does to its item: the item afterwards, or why it cannot be done. */
export type Applied<I, V> =
  | {
      readonly action: RowAction;
      readonly item: I;
      readonly notes?: readonly Fault<V>[];
      readonly conflicts?: readonly Conflict<V>[];
    }
  | { readonly faults: readonly Fault<V>[] };

export type RowContext = {
  readonly vault: Vault;
  readonly asOf: IsoDate;
  /** Whose data the file holds. */
  readonly department: Department;
  /** Another item that the row rests on, if `referencesOf` named it. */
  readonly find: (key: Key) => Item | undefined;
};

export type AppliedRow<I, V> = { readonly row: number; readonly applied: Applied<I, V> };

export type NamedColumn<V> = {
  readonly name: keyof V & string;
  readonly mask?: ((value: string) => string) | undefined;
};

/** A whole row as the register holds it, and how old a department's fields are. */
export type HeldRow<V> = { readonly values: V; readonly asOfOf: (owner: Department) => IsoDate };

type Dated = { readonly asOf: IsoDate | undefined };

/** How one register's rows (V) become items of the table (I). Several rows may belong to one item. */
export type RegisterKind<V extends Dated, I> = {
  readonly register: Register;
  readonly readTable: (table: SheetTable) => Readings<V>;
  readonly matchHeader: (header: readonly string[]) => HeaderMatch;
  /** A column by its English name. */
  readonly columnNamed: (en: string) => NamedColumn<V> | undefined;
  /** What is wrong with a row by itself, across its columns. */
  readonly faultsOf: (values: V, asOf: IsoDate) => readonly Fault<V>[];
  /** Two rows with one identity are a duplicate; `column` is where to say so. */
  readonly identityOf: (values: V) => { readonly text: string; readonly column: keyof V & string };
  /** What to say of such rows, where there is more to say than that one is too many. */
  readonly duplicate?: (first: Sentence) => Remark;
  readonly keyOf: (values: V, vault: Vault) => Key;
  readonly referencesOf?: (values: V, vault: Vault) => readonly Key[];
  /** What a list may show of the row; never an id. */
  readonly labelOf: (values: V) => string;
  /** The part of the item that the row is about: a spell's number, a month. */
  readonly entryOf?: (values: V) => string;
  /**
   * What the record says, as a whole row of a file; undefined where it has no such entry. Without it no single field of
   * this register can be taken over: its rows hold only together.
   */
  readonly rowFrom?: (
    item: I,
    place: { readonly entry: string | undefined; readonly column: string },
    vault: Vault,
  ) => HeldRow<V> | undefined;
  readonly parse: (item: Item) => I;
  /** The county whose people work off a difference. */
  readonly divisionOf: (item: I) => string;
  readonly applyRows: (
    stored: I | undefined,
    rows: readonly ReadRow<V>[],
    context: RowContext,
  ) => readonly AppliedRow<I, V>[];
  /** A write that holds only if the item is still what was read. */
  readonly write: (key: Key, before: I | undefined, after: I) => Write;
  /** What is wrong with a row beside the records as the whole file leaves them, those of `referencesOf` too. */
  readonly faultsAfter?: (values: V, context: Pick<RowContext, 'vault' | 'find'>) => readonly Fault<V>[];
  /** Fields that no difference takes over alone, for they rest on another record: only a file changes them. */
  readonly fileOnly?: readonly (keyof V & string)[];
  /** Faults that show only when all rows of the file are known. */
  readonly acrossRows?: (rows: readonly ReadRow<V>[]) => readonly { row: number; fault: Fault<V> }[];
};

/** For registers whose rows stand for themselves: each is applied to what the one before it left. */
export const rowByRow =
  <V extends Dated, I>(
    apply: (stored: I | undefined, values: V, context: RowContext) => Applied<I, V>,
  ): RegisterKind<V, I>['applyRows'] =>
  (stored, rows, context) => {
    let item = stored;
    return rows.map(({ row, values }) => {
      const applied = apply(item, values, { ...context, asOf: values.asOf ?? context.asOf });
      if ('item' in applied) item = applied.item;
      return { row, applied };
    });
  };

/** The source of a record after this import; every write counts one version further. */
export const nextSource = (
  register: Register,
  asOf: IsoDate,
  before: RecordSource | undefined,
): RecordSource => ({
  register,
  asOf: before !== undefined && before.asOf > asOf ? before.asOf : asOf,
  version: (before?.version ?? 0) + 1,
});

/** How old each department's fields are after an import; whoever brings a record brings all of it. */
export const nextAsOfBy = (
  before: Partial<Record<Department, IsoDate | undefined>> | undefined,
  { department, asOf }: Pick<RowContext, 'department' | 'asOf'>,
) => (before === undefined ? { HR: asOf, POVERTY: asOf } : { ...before, [department]: asOf });
