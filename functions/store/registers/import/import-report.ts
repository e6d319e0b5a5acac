import type { ImportIssue } from '../cells/import-issue.ts';
import type { Register } from '../register-names.ts';
import type { PlannedConflict } from './conflicts-in.ts';
import type { ImportRecord } from './import-record.ts';
import type { Mark } from '../xlsx/marked-copy.ts';
import type { FilePlan } from './plan-file.ts';
import type { PlannedRow } from './plan-table.ts';

export type ImportReport = {
  readonly registers: readonly Register[];
  readonly fileHash: string;
  readonly encoding: FilePlan['encoding'];
  /** The same file was imported before: when, and whether that import ended. */
  readonly before: ImportRecord | undefined;
  readonly dryRun: boolean;
  /** What a dry run without errors is confirmed with. */
  readonly dryRunId?: string;
  readonly counts: {
    readonly rows: number;
    readonly create: number;
    readonly update: number;
    readonly same: number;
    readonly conflict: number;
    readonly error: number;
  };
  readonly rows: readonly PlannedRow[];
  /** With one of these nothing is written. */
  readonly issues: readonly ImportIssue[];
  readonly notes: readonly ImportIssue[];
  readonly conflicts: readonly PlannedConflict[];
  /** Items of the table that were written. */
  readonly written: number;
  /** Differences that were opened for a person. */
  readonly opened: number;
  /** Cases that were opened for re-examiners: open or paid applications that rest on a fact that changed. */
  readonly cases: number;
};

const placeOf = ({ sheet = '', row }: { readonly sheet?: string; readonly row: number }): string =>
  `${sheet}|${row}`;

const countsOf = ({ rowCount, rows, issues }: FilePlan): ImportReport['counts'] => {
  const wrong = new Set(issues.map(placeOf));
  const right = rows.filter((planned) => !wrong.has(placeOf(planned)));
  const count = (action: PlannedRow['action']) => right.filter((planned) => planned.action === action).length;
  return {
    rows: rowCount,
    create: count('CREATE'),
    update: count('UPDATE'),
    same: count('SAME'),
    conflict: count('CONFLICT'),
    error: wrong.size,
  };
};

type Told = Pick<
  ImportReport,
  'fileHash' | 'before' | 'dryRun' | 'dryRunId' | 'written' | 'opened' | 'cases'
>;

/** What a plan comes to, for a person to read. */
export const reportOf = (plan: FilePlan, told: Told): ImportReport => ({
  registers: plan.registers,
  encoding: plan.encoding,
  counts: countsOf(plan),
  rows: plan.rows,
  issues: plan.issues,
  notes: plan.notes,
  conflicts: plan.conflicts.map(({ shown }) => shown),
  ...told,
});

const conflictSentence = ({ fieldName, ours }: PlannedConflict): string =>
  `“${fieldName}”与系统不一致（系统：${ours.value ?? '空'}，截至 ${ours.asOf}），不覆盖，确认后转人工处理。`;

/** What a marked copy of the file shows of a report. */
export const marksOf = ({ issues, conflicts }: ImportReport): Mark[] => [
  ...issues.map(({ sheet, row, column, problem, mend }) => ({
    kind: 'ERROR' as const,
    ...(sheet !== undefined && { sheet }),
    row,
    ...(column !== undefined && { column }),
    reason: `${column === undefined ? '' : `${column.letter} 列：`}${problem.zh}${mend.zh}`,
  })),
  ...conflicts.map((conflict) => ({
    kind: 'CONFLICT' as const,
    ...(conflict.sheet !== undefined && { sheet: conflict.sheet }),
    row: conflict.row,
    ...(conflict.column !== undefined && { column: conflict.column }),
    reason: conflictSentence(conflict),
  })),
];
