import type { Instant } from '../../../contracts/scalars.ts';
import type { Desk } from '../../desk.ts';
import { carryOut, type OnProgress } from './carry-out.ts';
import { dryRunIdOf, keepDryRun } from './dry-run.ts';
import { fileHashOf } from './file-hash.ts';
import { readImport } from './import-record.ts';
import { type ImportReport, reportOf } from './import-report.ts';
import { type FileToRead, planFile } from './plan-file.ts';

export type ImportRequest = FileToRead & {
  /** When the import is done. */
  readonly at: Instant;
  readonly dryRun: boolean;
  /** Who imports it: the id of one of the desk's people, or the machine's user. */
  readonly by: string;
  readonly onProgress?: OnProgress;
};

/**
 * Imports a file: everything is checked before anything is written, and one error stops it all. What contradicts the
 * register is not written but opens a difference. Each record is written only if it is still what was compared. An
 * import that was cut short is completed by importing the same file again; until then `unfinishedImports` names it.
 * @throws ImportInterruptedError when somebody else changed one of the records meanwhile
 */
export const importRegister = async (desk: Desk, request: ImportRequest): Promise<ImportReport> => {
  const { register, department, asOf, at, by, dryRun, onProgress } = request;
  const fileHash = fileHashOf(request);
  const plan = await planFile(desk, request);
  const before = await readImport(desk.table, fileHash);
  const told = { fileHash, before, dryRun, written: 0, opened: 0, cases: 0 };
  if (plan.issues.length > 0) return reportOf(plan, told);
  if (!dryRun)
    return reportOf(plan, {
      ...told,
      ...(await carryOut(desk, plan, { fileHash, at, by, before, onProgress })),
    });
  const dryRunId = dryRunIdOf(fileHash, at);
  await keepDryRun(desk.table, { dryRunId, fileHash, register, department, asOf, at }, plan.rows);
  return reportOf(plan, { ...told, dryRunId });
};
