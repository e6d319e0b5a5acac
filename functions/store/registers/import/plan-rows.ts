import type { IsoDate } from '../../../contracts/scalars.ts';
import type { Desk } from '../../desk.ts';
import type { Key } from '../../keys.ts';
import type { Write } from '../../transact.ts';
import { batchGet, type Item } from '../batch-get.ts';
import type { Readings, ReadRow } from '../csv/column.ts';
import type { CsvFile } from '../csv/read-csv.ts';
import type { ImportIssue, Remark } from '../csv/import-issue.ts';
import type { Fault, RegisterKind, RowAction } from './register-kind.ts';

export type PlannedRow = {
  readonly row: number;
  readonly action: RowAction;
  /** Masked. */
  readonly label: string;
};

export type Plan = {
  readonly rowCount: number;
  readonly rows: readonly PlannedRow[];
  readonly issues: readonly ImportIssue[];
  readonly notes: readonly ImportIssue[];
  readonly writes: readonly Write[];
};

export type PlanInput = { readonly file: CsvFile; readonly desk: Desk; readonly asOf: IsoDate };
export type Planner = (input: PlanInput) => Promise<Plan>;

const keyText = ({ pk, sk }: { readonly pk: unknown; readonly sk: unknown }): string =>
  `${String(pk)}|${String(sk)}`;

const duplicate = (firstRow: number): Remark => ({
  code: 'DUPLICATE_ROW',
  problem: { zh: `与第 ${firstRow} 行重复。`, en: `This repeats row ${firstRow}.` },
  mend: { zh: '请只保留一行。', en: 'Keep one of the two rows.' },
});

const asOfInFuture = (today: IsoDate): Remark => ({
  code: 'AS_OF_IN_FUTURE',
  problem: { zh: `数据日期晚于今天（${today}）。`, en: `The as-of date is after today (${today}).` },
  mend: { zh: '请填写取得数据的日期。', en: 'Write the day on which the data were taken.' },
});

type Dated = { readonly asOf: IsoDate | undefined };
type Placed<V> = { readonly row: number; readonly fault: Fault<V> };

const findDuplicates = <V extends Dated, I>(
  kind: RegisterKind<V, I>,
  rows: readonly ReadRow<V>[],
): Placed<V>[] => {
  const first = new Map<string, number>();
  return rows.flatMap(({ row, values }) => {
    const { text, column } = kind.identityOf(values);
    const before = first.get(text);
    if (before === undefined) first.set(text, row);
    return before === undefined ? [] : [{ row, fault: { column, remark: duplicate(before) } }];
  });
};

const faultsOfRows = <V extends Dated, I>(
  kind: RegisterKind<V, I>,
  rows: readonly ReadRow<V>[],
  asOf: IsoDate,
): Placed<V>[] => [
  ...rows.flatMap(({ row, values }) =>
    kind.faultsOf(values, values.asOf ?? asOf).map((fault) => ({ row, fault })),
  ),
  ...rows
    .filter(({ values }) => values.asOf !== undefined && values.asOf > asOf)
    .map(({ row }) => ({ row, fault: { column: 'asOf' as const, remark: asOfInFuture(asOf) } })),
  ...findDuplicates(kind, rows),
  ...(kind.acrossRows?.(rows) ?? []),
];

type Group<V> = { readonly key: Key; readonly rows: ReadRow<V>[] };

const groupByItem = <V extends Dated, I>(
  kind: RegisterKind<V, I>,
  rows: readonly ReadRow<V>[],
  { vault }: Desk,
): Group<V>[] => {
  const groups = new Map<string, Group<V>>();
  for (const read of rows) {
    const key = kind.keyOf(read.values, vault);
    const group = groups.get(keyText(key)) ?? { key, rows: [] };
    group.rows.push(read);
    groups.set(keyText(key), group);
  }
  return [...groups.values()];
};

type Outcome<V> = {
  readonly rows: readonly PlannedRow[];
  readonly faults: readonly Placed<V>[];
  readonly notes: readonly Placed<V>[];
  readonly writes: readonly Write[];
};

const applyGroup = <V extends Dated, I>(
  kind: RegisterKind<V, I>,
  { key, rows }: Group<V>,
  found: Item | undefined,
  { desk, asOf }: PlanInput,
): Outcome<V> => {
  const before = found === undefined ? undefined : kind.parse(found);
  let item = before;
  const results = rows.map(({ row, values }) => {
    const applied = kind.apply(item, values, { vault: desk.vault, asOf: values.asOf ?? asOf });
    if ('fault' in applied) return { rows: [], faults: [{ row, fault: applied.fault }], notes: [] };
    if (applied.action !== 'SAME') item = applied.item;
    const notes = (applied.notes ?? []).map((fault) => ({ row, fault }));
    return { rows: [{ row, action: applied.action, label: kind.labelOf(values) }], faults: [], notes };
  });
  return {
    rows: results.flatMap((result) => result.rows),
    faults: results.flatMap(({ faults }) => faults),
    notes: results.flatMap(({ notes }) => notes),
    writes: item === undefined || item === before ? [] : [kind.write(key, before, item)],
  };
};

/** Compares a file with what the desk holds: what each row would do, everything that is wrong, and the writes. */
export const planRows =
  <V extends Dated, I>(kind: RegisterKind<V, I>): Planner =>
  async (input) => {
    const read: Readings<V> = kind.readFile(input.file);
    const groups = groupByItem(kind, read.rows, input.desk);
    const stored = await batchGet(
      input.desk.table,
      groups.map(({ key }) => key),
    );
    const byKey = new Map(stored.map((item) => [keyText({ pk: item['pk'], sk: item['sk'] }), item]));
    const outcomes = groups.map((group) => applyGroup(kind, group, byKey.get(keyText(group.key)), input));
    const place = ({ row, fault }: Placed<V>): ImportIssue => read.issueIn(row, fault.column, fault.remark);
    return {
      rowCount: input.file.rows.length + input.file.issues.length,
      rows: outcomes.flatMap(({ rows }) => rows).sort((a, b) => a.row - b.row),
      issues: [
        ...read.issues,
        ...faultsOfRows(kind, read.rows, input.asOf).map(place),
        ...outcomes.flatMap(({ faults }) => faults).map(place),
      ].sort((a, b) => a.row - b.row),
      notes: [...read.notes, ...outcomes.flatMap(({ notes }) => notes).map(place)].sort(
        (a, b) => a.row - b.row,
      ),
      writes: outcomes.flatMap(({ writes }) => writes),
    };
  };
