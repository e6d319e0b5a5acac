import { isDeepStrictEqual } from 'node:util';
import type { Department } from '../../../contracts/registers/difference.ts';
import type { IsoDate } from '../../../contracts/scalars.ts';
import type { Conflict, RowAction } from './register-kind.ts';

/** What the register holds of what a row is about, in the row's own columns. */
export type StoredRow<V> = {
  readonly values: Partial<V>;
  /** How old a department's fields are. */
  readonly asOfOf: (owner: Department) => IsoDate;
};

type Question<V> = {
  readonly department: Department;
  readonly asOf: IsoDate;
  readonly ownerOf: (column: keyof V & string) => Department;
};

export type Merged<V> = {
  readonly action: RowAction;
  /** Whether anything of the row is to be written. */
  readonly changed: boolean;
  readonly values: V;
  readonly conflicts: readonly Conflict<V>[];
};

/** A value as a person reads it: yes and no, yuan for fen. */
export const plainText = (column: string, value: unknown): string | undefined => {
  if (value === undefined) return undefined;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return column.endsWith('Fen') ? (value / 100).toFixed(2) : String(value);
  return typeof value === 'string' ? value : JSON.stringify(value);
};

const actionOf = (conflicting: boolean, changed: boolean): RowAction => {
  if (conflicting) return 'CONFLICT';
  return changed ? 'UPDATE' : 'SAME';
};

/**
 * Puts a row over what the register holds, field by field. A department changes its own fields only, and only with
 * data that are not older; where it says otherwise nevertheless, that is a conflict and the register's value stays.
 * A blank cell of an older file or of the other department says nothing.
 */
export const mergeRow = <V extends object>(
  file: V,
  stored: StoredRow<V> | undefined,
  { department, asOf, ownerOf }: Question<V>,
): Merged<V> => {
  if (stored === undefined) return { action: 'CREATE', changed: true, values: file, conflicts: [] };
  const isColumn = (name: string): name is keyof V & string => name in file;
  const columns = Object.keys(stored.values).filter(isColumn);
  const ownColumns = columns.filter((column) => ownerOf(column) === department);
  const isNew = asOf >= stored.asOfOf(department);
  const differing = columns.filter((column) => !isDeepStrictEqual(file[column], stored.values[column]));
  const mayWrite = (column: keyof V & string) => isNew && ownerOf(column) === department;
  const kept: Partial<V> = {};
  const conflicts: Conflict<V>[] = [];
  for (const column of differing.filter((name) => !mayWrite(name))) {
    kept[column] = stored.values[column];
    if (file[column] === undefined) continue;
    const owner = ownerOf(column);
    conflicts.push({
      column,
      owner,
      ours: plainText(column, stored.values[column]),
      oursAsOf: stored.asOfOf(owner),
      theirs: file[column],
    });
  }
  const fresher = ownColumns.length > 0 && asOf > stored.asOfOf(department);
  const changed = fresher || differing.some(mayWrite);
  return {
    action: actionOf(conflicts.length > 0, changed),
    changed,
    values: { ...file, ...kept },
    conflicts,
  };
};
