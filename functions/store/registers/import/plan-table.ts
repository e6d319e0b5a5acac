import type { Department } from '../../../contracts/registers/difference.ts';
import type { IsoDate } from '../../../contracts/scalars.ts';
import type { Desk } from '../../desk.ts';
import type { Key } from '../../keys.ts';
import type { Readings, ReadRow } from '../cells/column.ts';
import type { ImportIssue } from '../cells/import-issue.ts';
import type { HeaderMatch } from '../cells/place-columns.ts';
import type { SheetTable } from '../cells/sheet-table.ts';
import type { Register } from '../register-names.ts';
import { conflictsIn, type FoundConflict } from './conflicts-in.ts';
import { fieldAccess, type FieldAccess } from './field-access.ts';
import { findFaults, type Placed, type SeenRows } from './find-faults.ts';
import type { AppliedRow, RegisterKind, RowAction } from './register-kind.ts';
import { revisionOf, type Workbench } from './workbench.ts';

export type PlannedRow = {
  readonly sheet?: string;
  readonly row: number;
  readonly register: Register;
  readonly action: RowAction;
  /** Masked. */
  readonly label: string;
  /** Which writing of the record the row was compared with; zero when there was none. */
  readonly revision: number;
};

export type TablePlan = {
  readonly rowCount: number;
  readonly rows: readonly PlannedRow[];
  /** To be asked once every table of the file is planned: a row may rest on a record that a later one brings. */
  readonly issues: () => readonly ImportIssue[];
  readonly notes: readonly ImportIssue[];
  readonly conflicts: readonly FoundConflict[];
  /** The counties whose records the rows are about, before and after. */
  readonly divisions: readonly string[];
};

export type PlanInput = {
  readonly table: SheetTable;
  readonly desk: Desk;
  readonly bench: Workbench;
  readonly seen: SeenRows;
  readonly asOf: IsoDate;
  readonly department: Department;
};
export type Planner = FieldAccess & {
  readonly matchHeader: (header: readonly string[]) => HeaderMatch;
  readonly plan: (input: PlanInput) => Promise<TablePlan>;
};

type Dated = { readonly asOf: IsoDate | undefined };
type Group<V> = { readonly key: Key; readonly rows: ReadRow<V>[] };

const groupByItem = <V extends Dated, I>(
  kind: RegisterKind<V, I>,
  rows: readonly ReadRow<V>[],
  { vault }: Desk,
): Group<V>[] => {
  const groups = new Map<string, Group<V>>();
  for (const read of rows) {
    const key = kind.keyOf(read.values, vault);
    const name = `${key.pk}|${key.sk}`;
    const group = groups.get(name) ?? { key, rows: [] };
    group.rows.push(read);
    groups.set(name, group);
  }
  return [...groups.values()];
};

type Outcome<V> = {
  readonly rows: readonly PlannedRow[];
  readonly faults: readonly Placed<V>[];
  readonly notes: readonly Placed<V>[];
  readonly conflicts: readonly FoundConflict[];
  readonly divisions: readonly string[];
};

const sheetOf = ({ sheet }: SheetTable) => (sheet === undefined ? {} : { sheet });

/** Puts what the rows leave of an item onto the bench, if they change it; and says what that is. */
const putOnBench = <V extends Dated, I extends object>(
  kind: RegisterKind<V, I>,
  key: Key,
  before: I | undefined,
  results: readonly AppliedRow<I, V>[],
  bench: Workbench,
): I | undefined => {
  const last = results.map(({ applied }) => applied).findLast((applied) => 'item' in applied);
  if (last === undefined || last.item === before) return before;
  const stored = bench.stored(key);
  const { item } = last;
  bench.put(key, item, () => kind.write(key, stored && kind.parse(stored), item));
  return item;
};

const applyGroup = <V extends Dated, I extends object>(
  kind: RegisterKind<V, I>,
  { key, rows }: Group<V>,
  input: PlanInput,
  read: Readings<V>,
): Outcome<V> => {
  const { bench, desk, asOf, department, table } = input;
  const held = bench.now(key);
  const before = held && kind.parse(held);
  const context = { vault: desk.vault, asOf, department, find: bench.now };
  const results: readonly AppliedRow<I, V>[] = kind.applyRows(before, rows, context);
  const item = putOnBench(kind, key, before, results, bench);
  const revision = revisionOf(bench.stored(key));
  const labels = new Map(rows.map(({ row, values }) => [row, kind.labelOf(values)]));
  const done = results.flatMap(({ row, applied }) => ('action' in applied ? [{ row, ...applied }] : []));
  return {
    rows: done.map(({ row, action }) => ({
      ...sheetOf(table),
      row,
      register: kind.register,
      action,
      label: labels.get(row) ?? '',
      revision,
    })),
    faults: results.flatMap(({ row, applied }) =>
      'faults' in applied ? applied.faults.map((fault) => ({ row, fault })) : [],
    ),
    notes: done.flatMap(({ row, notes = [] }) => notes.map((fault) => ({ row, fault }))),
    conflicts: conflictsIn({ kind, key, item, results, rows, read, input }),
    divisions: [before, item].flatMap((each) => (each ? [kind.divisionOf(each)] : [])),
  };
};

const byRow = (a: { readonly row: number }, b: { readonly row: number }): number => a.row - b.row;

/** Rows that are too long or too short have an issue each, and are rows too. */
const rowCountOf = ({ rows, oddRows = [] }: SheetTable): number => rows.length + oddRows.length;

/** Compares a table with what the desk holds: what each row would do, and everything that is wrong. */
export const plannerOf = <V extends Dated, I extends object>(kind: RegisterKind<V, I>): Planner => ({
  matchHeader: kind.matchHeader,
  ...fieldAccess(kind),
  plan: async (input) => {
    const { table, desk, bench, seen, asOf } = input;
    const read = kind.readTable(table);
    const groups = groupByItem(kind, read.rows, desk);
    const references = read.rows.flatMap(({ values }) => kind.referencesOf?.(values, desk.vault) ?? []);
    await bench.load([...groups.map(({ key }) => key), ...references]);
    const faults = findFaults(kind, read.rows, { asOf, sheet: table.sheet, seen });
    const outcomes = groups.map((group) => applyGroup(kind, group, input, read));
    const place = ({ row, fault }: Placed<V>): ImportIssue => read.issueIn(row, fault.column, fault.remark);
    const { vault } = desk;
    const faultsAfter = () =>
      read.rows.flatMap(({ row, values }) =>
        (kind.faultsAfter?.(values, { vault, find: bench.now }) ?? []).map((fault) => ({ row, fault })),
      );
    const inSheet = (issue: ImportIssue): ImportIssue => ({ ...sheetOf(table), ...issue });
    return {
      rowCount: rowCountOf(table),
      rows: outcomes.flatMap(({ rows }) => rows).sort(byRow),
      issues: () => {
        const found = [...faults, ...outcomes.flatMap((outcome) => outcome.faults), ...faultsAfter()];
        return [...read.issues, ...found.map(place)].sort(byRow).map(inSheet);
      },
      notes: [...read.notes, ...outcomes.flatMap(({ notes }) => notes).map(place)].sort(byRow).map(inSheet),
      conflicts: outcomes.flatMap(({ conflicts }) => conflicts).sort((a, b) => byRow(a.shown, b.shown)),
      divisions: [...new Set(outcomes.flatMap(({ divisions }) => divisions))],
    };
  },
});
