import type { Department } from '../../../contracts/registers/difference.ts';
import type { IsoDate } from '../../../contracts/scalars.ts';
import { PermanentError } from '../../../platform/errors.ts';
import type { Vault } from '../../../platform/vault.ts';
import type { Key } from '../../keys.ts';
import type { Write } from '../../transact.ts';
import type { Item } from '../batch-get.ts';
import type { Remark } from '../cells/import-issue.ts';
import { plainText } from './merge-row.ts';
import type { Applied, RegisterKind } from './register-kind.ts';

/** One field of one record, as a difference names it. */
export type FieldPlace = {
  readonly key: Key;
  readonly entry: string | undefined;
  readonly field: string;
  readonly owner: Department;
};

export type FieldNow = {
  readonly value: unknown;
  /** In plain text, masked where the field is personal; undefined when it is empty. */
  readonly shown: string | undefined;
  readonly asOf: IsoDate;
};

export type FieldAccess = {
  /** Undefined where the record has no such entry, or its register gives no single field. */
  readonly fieldNow: (item: Item, place: FieldPlace, vault: Vault) => FieldNow | undefined;
  /** The write of the record with this value in the field; or what the register holds against it. */
  readonly takeOver: (
    item: Item,
    place: FieldPlace,
    value: unknown,
    vault: Vault,
  ) => { readonly write: Write } | { readonly faults: readonly Remark[] } | undefined;
};

type Dated = { readonly asOf: IsoDate | undefined };

const shownOf = (name: string, value: unknown, mask: ((text: string) => string) | undefined) => {
  const text = plainText(name, value);
  return text === undefined || mask === undefined ? text : mask(text);
};

const faultsIn = <I, V>(applied: Applied<I, V> | undefined): readonly Remark[] =>
  applied !== undefined && 'faults' in applied ? applied.faults.map(({ remark }) => remark) : [];

/** Reads and writes single fields of a register's records, by way of the rows its files have. */
export const fieldAccess = <V extends Dated, I extends object>(kind: RegisterKind<V, I>): FieldAccess => {
  const open = (item: Item, { entry, field }: FieldPlace, vault: Vault) => {
    const column = kind.columnNamed(field);
    if (column === undefined) return undefined;
    const held = kind.parse(item);
    const row = kind.rowFrom?.(held, { entry, column: column.name }, vault);
    return row && { held, row, column };
  };
  const openAlone: typeof open = (...asked) => {
    const found = open(...asked);
    return found && kind.fileOnly?.includes(found.column.name) ? undefined : found;
  };
  return {
    fieldNow: (item, place, vault) => {
      const found = open(item, place, vault);
      if (found === undefined) return undefined;
      const { row, column } = found;
      const value = row.values[column.name];
      return { value, shown: shownOf(column.name, value, column.mask), asOf: row.asOfOf(place.owner) };
    },
    takeOver: (item, place, value, vault) => {
      const found = openAlone(item, place, vault);
      if (found === undefined) return undefined;
      const { held, row, column } = found;
      // As old as what the owner said before: the other fields are no fresher for it, and no older.
      const asOf = row.asOfOf(place.owner);
      const values = { ...row.values, [column.name]: value, asOf };
      const faults = kind.faultsOf(values, asOf).map(({ remark }) => remark);
      if (faults.length > 0) return { faults };
      const context = { vault, asOf, department: place.owner, find: () => undefined };
      const applied = kind.applyRows(held, [{ row: 1, values }], context)[0]?.applied;
      if (applied === undefined || !('item' in applied)) return { faults: faultsIn(applied) };
      if ((applied.conflicts ?? []).length > 0)
        throw new PermanentError(`${kind.register} does not let ${place.owner} change ${place.field}`);
      return { write: kind.write(place.key, held, applied.item) };
    },
  };
};
