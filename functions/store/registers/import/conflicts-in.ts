import type { Department } from '../../../contracts/registers/difference.ts';
import type { IsoDate } from '../../../contracts/scalars.ts';
import type { Key } from '../../keys.ts';
import type { Readings, ReadRow } from '../cells/column.ts';
import type { Register } from '../register-names.ts';
import { plainText } from './merge-row.ts';
import type { PlanInput } from './plan-table.ts';
import type { AppliedRow, Conflict, RegisterKind } from './register-kind.ts';

/** A difference as a dry run shows it and a confirmed import opens it. */
export type PlannedConflict = {
  readonly sheet?: string;
  readonly row: number;
  readonly register: Register;
  readonly key: Key;
  readonly label: string;
  readonly entry?: string;
  readonly field: string;
  readonly fieldName: string;
  /** Where the file says it; a column that the file does not have has no letter. */
  readonly column?: { readonly name: string; readonly letter: string };
  readonly owner: Department;
  readonly division: string;
  /** Values are masked where the field is personal. */
  readonly ours: { readonly value?: string; readonly asOf: IsoDate };
  readonly theirs: { readonly value?: string; readonly asOf: IsoDate; readonly department: Department };
};

type Dated = { readonly asOf: IsoDate | undefined };
type Question<V extends Dated, I> = {
  readonly kind: RegisterKind<V, I>;
  readonly key: Key;
  readonly item: I | undefined;
  readonly results: readonly AppliedRow<I, V>[];
  readonly rows: readonly ReadRow<V>[];
  readonly read: Readings<V>;
  readonly input: PlanInput;
};

/** A conflict with the file's value in the clear, which is sealed before it is stored and in no report. */
export type FoundConflict = { readonly shown: PlannedConflict; readonly raw: unknown };

const shownBy =
  <V>(read: Readings<V>, column: keyof V & string) =>
  (text: string | undefined) =>
    text === undefined ? {} : { value: read.shown(column, text) };

const plannedConflict = <V extends Dated, I>(
  { kind, key, item, read, input }: Question<V, I>,
  row: number,
  values: V,
  { column, owner, ours, oursAsOf, theirs }: Conflict<V>,
): FoundConflict => {
  const { zh, en, column: place } = read.columnOf(column);
  const shown = shownBy(read, column);
  const entry = kind.entryOf?.(values);
  const conflict = {
    ...(input.table.sheet !== undefined && { sheet: input.table.sheet }),
    row,
    register: kind.register,
    key: { pk: key.pk, sk: key.sk },
    label: kind.labelOf(values),
    ...(entry !== undefined && { entry }),
    field: en,
    fieldName: zh,
    ...(place !== undefined && { column: place }),
    owner,
    division: item === undefined ? '140000' : kind.divisionOf(item),
    ours: { ...shown(ours), asOf: oursAsOf },
    theirs: {
      ...shown(plainText(column, theirs)),
      asOf: values.asOf ?? input.asOf,
      department: input.department,
    },
  };
  return { shown: conflict, raw: theirs };
};

/** The conflicts of one item's rows, ready to be shown. */
export const conflictsIn = <V extends Dated, I>(question: Question<V, I>): FoundConflict[] => {
  const valuesOf = new Map(question.rows.map(({ row, values }) => [row, values]));
  return question.results.flatMap(({ row, applied }) => {
    const values = valuesOf.get(row);
    if (values === undefined || !('conflicts' in applied)) return [];
    return (applied.conflicts ?? []).map((conflict) => plannedConflict(question, row, values, conflict));
  });
};
