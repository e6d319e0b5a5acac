import type { Instant } from '../../../contracts/scalars.ts';
import type { Desk } from '../../desk.ts';
import type { ImportIssue } from '../cells/import-issue.ts';
import { carryOut, type OnProgress } from './carry-out.ts';
import { type DryRun, readDryRun } from './dry-run.ts';
import { fileHashOf } from './file-hash.ts';
import { readImport } from './import-record.ts';
import { type ImportReport, reportOf } from './import-report.ts';
import { type FilePlan, planFile } from './plan-file.ts';
import type { PlannedRow } from './plan-table.ts';

export type ConfirmRequest = {
  readonly dryRunId: string;
  readonly bytes: Uint8Array;
  readonly fileName?: string;
  readonly at: Instant;
  /** Who confirms it. */
  readonly by: string;
  readonly onProgress?: OnProgress;
};

/** There is nothing to confirm: no such dry run, or another file. */
export class ConfirmRefusedError extends Error {
  override readonly name = 'ConfirmRefused';
  readonly code: 'DRY_RUN_UNKNOWN' | 'FILE_CHANGED';
  constructor(code: ConfirmRefusedError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

const changed = ({ sheet, row }: PlannedRow): ImportIssue => ({
  ...(sheet !== undefined && { sheet }),
  row,
  code: 'CHANGED_SINCE_DRY_RUN',
  problem: {
    zh: '试运行以后，系统中的这条记录有了变化。',
    en: "The desk's record of this row has changed since the dry run.",
  },
  mend: { zh: '请重新试运行，核对后再确认。', en: 'Run the dry run again, look, and confirm that one.' },
});

const changedRows = ({ rows }: FilePlan, { isSame }: DryRun): ImportIssue[] =>
  rows.filter((row, index) => !isSame(row, index)).map(changed);

/**
 * Does what a dry run said it would: the same file, read in the same way, against the same records. A row whose
 * record has changed since is an issue, and nothing is written.
 * @throws ConfirmRefusedError when there is no such dry run, or the file is another one
 * @throws ImportInterruptedError when somebody else changed one of the records at this very moment
 */
export const confirmImport = async (desk: Desk, request: ConfirmRequest): Promise<ImportReport> => {
  const { dryRunId, bytes, fileName, at, by, onProgress } = request;
  const dryRun = await readDryRun(desk.table, dryRunId);
  if (dryRun === undefined)
    throw new ConfirmRefusedError('DRY_RUN_UNKNOWN', `There is no dry run ${dryRunId}. Run it again.`);
  const { register, department, asOf } = dryRun;
  const file = { bytes, fileName, register, department, asOf };
  const fileHash = fileHashOf(file);
  if (fileHash !== dryRun.fileHash)
    throw new ConfirmRefusedError(
      'FILE_CHANGED',
      `This is not the file of the dry run ${dryRunId}: its bytes differ. Run the dry run again.`,
    );
  const plan = await planFile(desk, file);
  const before = await readImport(desk.table, fileHash);
  const told = { fileHash, before, dryRun: false, dryRunId, written: 0, opened: 0, cases: 0 };
  // What this very confirmation has written already, before it was cut short, is no surprise.
  const issues = before?.dryRunId === dryRunId ? plan.issues : [...plan.issues, ...changedRows(plan, dryRun)];
  if (issues.length > 0) return reportOf({ ...plan, issues }, told);
  const done = await carryOut(desk, plan, { fileHash, at, by, dryRunId, before, onProgress });
  return reportOf(plan, { ...told, ...done });
};
