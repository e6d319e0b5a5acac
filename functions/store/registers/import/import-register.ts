import { createHash } from 'node:crypto';
import type { Instant, IsoDate } from '../../../contracts/scalars.ts';
import type { Desk } from '../../desk.ts';
import { maxWrites, transact, type Write, WriteRefusedError } from '../../transact.ts';
import type { Encoding } from '../csv/decode-file.ts';
import { UnreadableFileError, type ImportIssue } from '../csv/import-issue.ts';
import { readCsv } from '../csv/read-csv.ts';
import type { Register } from '../register-names.ts';
import { funds } from './funds.ts';
import { finishImport, readImport, startImport, type ImportRecord } from './import-record.ts';
import { organisations } from './organisations.ts';
import { planRows, type Plan, type Planner, type PlannedRow } from './plan-rows.ts';
import { spells } from './spells.ts';
import { trips } from './trips.ts';
import { workers } from './workers.ts';

const planners: Record<Register, Planner> = {
  workers: planRows(workers),
  organisations: planRows(organisations),
  spells: planRows(spells),
  trips: planRows(trips),
  funds: planRows(funds),
};

export type ImportRequest = {
  readonly register: Register;
  readonly bytes: Uint8Array;
  /** The day the data were taken, for rows that do not say so themselves; no row may be later than this. */
  readonly asOf: IsoDate;
  /** When the import is done. */
  readonly at: Instant;
  readonly dryRun: boolean;
  readonly onProgress?: (written: number, toWrite: number) => void;
};

export type ImportReport = {
  readonly register: Register;
  readonly fileHash: string;
  readonly encoding: Encoding | undefined;
  /** The same file was imported before: when, and whether that import ended. */
  readonly before: ImportRecord | undefined;
  readonly dryRun: boolean;
  readonly counts: {
    readonly rows: number;
    readonly create: number;
    readonly update: number;
    readonly same: number;
    readonly error: number;
  };
  readonly rows: readonly PlannedRow[];
  /** With one of these nothing is written. */
  readonly issues: readonly ImportIssue[];
  readonly notes: readonly ImportIssue[];
  /** Items of the table that were written. */
  readonly written: number;
};

const countsOf = ({ rowCount, rows, issues }: Plan): ImportReport['counts'] => {
  const wrong = new Set(issues.map(({ row }) => row));
  const count = (action: PlannedRow['action']) =>
    rows.filter((planned) => planned.action === action && !wrong.has(planned.row)).length;
  return {
    rows: rowCount,
    create: count('CREATE'),
    update: count('UPDATE'),
    same: count('SAME'),
    error: wrong.size,
  };
};

const unreadablePlan = (issues: readonly ImportIssue[]): Plan => ({
  rowCount: 0,
  rows: [],
  issues,
  notes: [],
  writes: [],
});

const planFile = async (desk: Desk, { register, bytes, asOf }: ImportRequest) => {
  try {
    const file = readCsv(bytes);
    return { encoding: file.encoding, plan: await planners[register]({ file, desk, asOf }) };
  } catch (error) {
    if (error instanceof UnreadableFileError)
      return { encoding: undefined, plan: unreadablePlan(error.issues) };
    throw error;
  }
};

/** Another change came between the comparison and the write. Importing the same file again completes it. */
export class ImportInterruptedError extends Error {
  override readonly name = 'ImportInterrupted';
  readonly code = 'IMPORT_INTERRUPTED';
  constructor(written: number, toWrite: number, cause: unknown) {
    super(
      `Another change came first, so the import stopped after ${written} of ${toWrite} records. Import the same file again: it goes on from there.`,
      { cause },
    );
  }
}

const writeAll = async (
  desk: Desk,
  writes: readonly Write[],
  onProgress: ImportRequest['onProgress'],
): Promise<void> => {
  for (let start = 0; start < writes.length; start += maxWrites) {
    const chunk = writes.slice(start, start + maxWrites);
    await transact(desk.table, chunk).catch((error: unknown) => {
      throw error instanceof WriteRefusedError
        ? new ImportInterruptedError(start, writes.length, error)
        : error;
    });
    onProgress?.(start + chunk.length, writes.length);
  }
};

/**
 * Imports a file into a register: everything is checked before anything is written, and one error stops it all.
 * Each record is written only if it is still what was compared. An import that was cut short is completed by
 * importing the same file again; until then `unfinishedImports` names it.
 * @throws ImportInterruptedError when somebody else changed one of the records meanwhile
 */
export const importRegister = async (desk: Desk, request: ImportRequest): Promise<ImportReport> => {
  const { register, bytes, at, dryRun, onProgress } = request;
  const fileHash = createHash('sha256').update(`${register}\n`).update(bytes).digest('hex');
  const { encoding, plan } = await planFile(desk, request);
  const before = await readImport(desk.table, fileHash);
  const counts = countsOf(plan);
  const blocked = dryRun || plan.issues.length > 0;
  const nothingToDo = plan.writes.length === 0 && before?.phase !== 'STARTED';
  if (!blocked && !nothingToDo) {
    await startImport(desk.table, {
      fileHash,
      register,
      startedAt: at,
      rows: counts.rows,
      toWrite: plan.writes.length,
    });
    await writeAll(desk, plan.writes, onProgress);
    await finishImport(desk.table, fileHash, at);
  }
  return {
    register,
    fileHash,
    encoding,
    before,
    dryRun,
    counts,
    rows: plan.rows,
    issues: plan.issues,
    notes: plan.notes,
    written: blocked ? 0 : plan.writes.length,
  };
};
