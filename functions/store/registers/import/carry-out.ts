import type { Instant } from '../../../contracts/scalars.ts';
import type { Desk } from '../../desk.ts';
import { openCases } from '../../facts-changed/open-cases.ts';
import { maxWrites, transact, type Write, WriteRefusedError } from '../../transact.ts';
import { finishImport, startImport, type ImportRecord } from './import-record.ts';
import { openDifferences } from './open-differences.ts';
import { settleDifferences } from './settle-differences.ts';
import type { FilePlan } from './plan-file.ts';

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

export type OnProgress = (written: number, toWrite: number) => void;

const writeAll = async (
  desk: Desk,
  writes: readonly (() => Write)[],
  onProgress: OnProgress | undefined,
): Promise<void> => {
  for (let start = 0; start < writes.length; start += maxWrites) {
    const chunk = writes.slice(start, start + maxWrites).map((write) => write());
    await transact(desk.table, chunk).catch((error: unknown) => {
      throw error instanceof WriteRefusedError
        ? new ImportInterruptedError(start, writes.length, error)
        : error;
    });
    onProgress?.(start + chunk.length, writes.length);
  }
};

type Order = {
  readonly fileHash: string;
  readonly at: Instant;
  readonly by: string;
  readonly dryRunId?: string | undefined;
  readonly before: ImportRecord | undefined;
  readonly onProgress?: OnProgress | undefined;
};

/** Writes what a plan without errors says, between the first and the last word of the import's record. */
export const carryOut = async (desk: Desk, plan: FilePlan, order: Order) => {
  const { fileHash, at, by, dryRunId, before, onProgress } = order;
  const nothingToDo = plan.writes.length === 0 && plan.conflicts.length === 0;
  if (nothingToDo && before?.phase !== 'STARTED') return { written: 0, opened: 0, cases: 0 };
  await startImport(desk.table, {
    fileHash,
    registers: [...plan.registers],
    ...(dryRunId !== undefined && { dryRunId }),
    startedAt: at,
    by,
    rows: plan.rowCount,
    toWrite: plan.writes.length,
  });
  const cases = await openCases(desk, plan.changed, at);
  await writeAll(desk, plan.writes, onProgress);
  const opened = await openDifferences(desk, plan.conflicts, { fileHash, at, by });
  await settleDifferences(desk, plan, { at, by });
  await finishImport(desk.table, fileHash, at);
  return { written: plan.writes.length, opened, cases };
};
