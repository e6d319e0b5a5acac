import type { IsoDate, Sentence } from '../../../contracts/scalars.ts';
import type { ReadRow } from '../cells/column.ts';
import type { Remark } from '../cells/import-issue.ts';
import type { Fault, RegisterKind } from './register-kind.ts';

type Dated = { readonly asOf: IsoDate | undefined };
export type Placed<V> = { readonly row: number; readonly fault: Fault<V> };
/** Where each identity of the file was seen first. */
export type SeenRows = Map<string, Sentence>;

const duplicate = (first: Sentence): Remark => ({
  code: 'DUPLICATE_ROW',
  problem: { zh: `与${first.zh}重复。`, en: `This repeats ${first.en}.` },
  mend: { zh: '请只保留一行。', en: 'Keep one of the two rows.' },
});

const asOfInFuture = (today: IsoDate): Remark => ({
  code: 'AS_OF_IN_FUTURE',
  problem: { zh: `数据日期晚于今天（${today}）。`, en: `The as-of date is after today (${today}).` },
  mend: { zh: '请填写取得数据的日期。', en: 'Write the day on which the data were taken.' },
});

const placeOf = (row: number, sheet: string | undefined): Sentence => ({
  zh: sheet === undefined ? `第 ${row} 行` : `工作表“${sheet}”第 ${row} 行`,
  en: sheet === undefined ? `row ${row}` : `row ${row} of sheet "${sheet}"`,
});

const findDuplicates = <V extends Dated, I>(
  kind: RegisterKind<V, I>,
  rows: readonly ReadRow<V>[],
  { sheet, seen }: Question,
): Placed<V>[] =>
  rows.flatMap(({ row, values }) => {
    const { text, column } = kind.identityOf(values);
    const name = `${kind.register}|${text}`;
    const before = seen.get(name);
    if (before === undefined) seen.set(name, placeOf(row, sheet));
    return before === undefined
      ? []
      : [{ row, fault: { column, remark: (kind.duplicate ?? duplicate)(before) } }];
  });

type Question = {
  readonly asOf: IsoDate;
  readonly sheet: string | undefined;
  readonly seen: SeenRows;
};

/** What is wrong with the rows by themselves and beside each other, before the desk is asked. */
export const findFaults = <V extends Dated, I>(
  kind: RegisterKind<V, I>,
  rows: readonly ReadRow<V>[],
  question: Question,
): Placed<V>[] => [
  ...rows.flatMap(({ row, values }) =>
    kind.faultsOf(values, values.asOf ?? question.asOf).map((fault) => ({ row, fault })),
  ),
  ...rows
    .filter(({ values }) => values.asOf !== undefined && values.asOf > question.asOf)
    .map(({ row }) => ({ row, fault: { column: 'asOf' as const, remark: asOfInFuture(question.asOf) } })),
  ...findDuplicates(kind, rows, question),
  ...(kind.acrossRows?.(rows) ?? []),
];
