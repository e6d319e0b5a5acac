import type { Department } from '../../../contracts/registers/difference.ts';
import type { IsoDate } from '../../../contracts/scalars.ts';
import type { Desk } from '../../desk.ts';
import type { Write } from '../../transact.ts';
import { type ImportIssue, UnreadableFileError } from '../cells/import-issue.ts';
import { readFile, type ReadFile } from '../read-file.ts';
import { type Register, registerNames, registers } from '../register-names.ts';
import { type Assigned, assignRegisters, isHeaderOf } from './assign-registers.ts';
import type { FoundConflict } from './conflicts-in.ts';
import { planners } from './kinds/index.ts';
import { linkMergers } from './link-mergers.ts';
import type { PlannedRow, TablePlan } from './plan-table.ts';
import type { Touched } from './settle-differences.ts';
import { createWorkbench, type Workbench } from './workbench.ts';

export type FileToRead = {
  readonly bytes: Uint8Array;
  /** Only to see whether it promises another format. */
  readonly fileName?: string | undefined;
  /** Which register it is of; found by its header when it is not said. */
  readonly register?: Register | undefined;
  /** Whose data it holds; the register's own department when it is not said. */
  readonly department?: Department | undefined;
  /** The day the data were taken, for rows that do not say so themselves; no row may be later than this. */
  readonly asOf: IsoDate;
};

export type FilePlan = {
  readonly encoding: ReadFile['encoding'] | undefined;
  readonly registers: readonly Register[];
  readonly rowCount: number;
  readonly rows: readonly PlannedRow[];
  readonly issues: readonly ImportIssue[];
  readonly notes: readonly ImportIssue[];
  readonly conflicts: readonly FoundConflict[];
  readonly touched: readonly Touched[];
  readonly isAbout: Workbench['isHeld'];
  readonly writes: readonly (() => Write)[];
  /** Records that are to be written, before and after. */
  readonly changed: ReturnType<Workbench['changed']>;
};

const unreadablePlan = (issues: readonly ImportIssue[]): FilePlan => ({
  encoding: undefined,
  registers: [],
  rowCount: 0,
  rows: [],
  issues,
  notes: [],
  conflicts: [],
  touched: [],
  isAbout: () => false,
  writes: [],
  changed: [],
});

/** The tables of a file that are of a register. @throws UnreadableFileError */
export const readTables = async ({ bytes, fileName, register }: Omit<FileToRead, 'asOf'>) => {
  const isHeader = isHeaderOf(register === undefined ? registers : [register]);
  const { encoding, tables } = await readFile(bytes, { fileName, isHeader });
  return { encoding, ...assignRegisters(tables, register) };
};

const sheetIn = (issues: readonly ImportIssue[], { table }: Assigned): ImportIssue[] =>
  issues.map((issue) => ({ ...(table.sheet !== undefined && { sheet: table.sheet }), ...issue }));

const departmentOf = ({ department }: FileToRead, register: Register): Department =>
  department ?? registerNames[register].department;

const planTable = async (
  assigned: Assigned,
  desk: Desk,
  file: FileToRead,
  shared: Shared,
): Promise<TablePlan> => {
  const { table, register } = assigned;
  const department = departmentOf(file, register);
  try {
    return await planners[register].plan({ table, desk, ...shared, asOf: file.asOf, department });
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    return {
      rowCount: 0,
      rows: [],
      issues: () => sheetIn(error.issues, assigned),
      notes: [],
      conflicts: [],
      divisions: [],
    };
  }
};

type Shared = Pick<Parameters<(typeof planners)['workers']['plan']>[0], 'bench' | 'seen'>;

/** Reads a file and compares it with what the desk holds; writes nothing. */
export const planFile = async (desk: Desk, file: FileToRead): Promise<FilePlan> => {
  try {
    const { encoding, assigned, notes } = await readTables(file);
    const bench = createWorkbench(desk.table);
    const shared: Shared = { bench, seen: new Map() };
    const plans: TablePlan[] = [];
    // One after the other: a later register rests on what an earlier one brings.
    for (const each of assigned) plans.push(await planTable(each, desk, file, shared));
    // Before the links are made: what is wrong is judged by what the file itself says.
    const issues = plans.flatMap((plan) => plan.issues());
    await linkMergers(bench);
    return {
      encoding,
      registers: [...new Set(assigned.map(({ register }) => register))],
      rowCount: plans.reduce((sum, { rowCount }) => sum + rowCount, 0),
      rows: plans.flatMap(({ rows }) => rows),
      issues,
      notes: [...notes, ...plans.flatMap((plan) => plan.notes)],
      conflicts: plans.flatMap(({ conflicts }) => conflicts),
      touched: assigned.flatMap(({ register }, index) =>
        (plans[index]?.divisions ?? []).map((division) => ({
          register,
          division,
          department: departmentOf(file, register),
        })),
      ),
      isAbout: bench.isHeld,
      writes: bench.writes(),
      changed: bench.changed(),
    };
  } catch (error) {
    if (error instanceof UnreadableFileError) return unreadablePlan(error.issues);
    throw error;
  }
};
