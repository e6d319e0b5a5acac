import { createHash } from 'node:crypto';
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { department } from '../../../contracts/registers/difference.ts';
import { instant, isoDate } from '../../../contracts/scalars.ts';
import { dryRunKey } from '../../keys.ts';
import type { Table } from '../../table-client.ts';
import { batchGet } from '../batch-get.ts';
import { register } from '../register-names.ts';
import type { PlannedRow } from './plan-table.ts';

/** A dry run that may be confirmed: what was asked, and what each row was going to do. */
const dryRun = z.object({
  dryRunId: z.string(),
  fileHash: z.string(),
  register: register.optional(),
  department: department.optional(),
  asOf: isoDate,
  at: instant,
  rowCount: z.int(),
  pages: z.int(),
});
export type DryRun = z.infer<typeof dryRun> & {
  /** Whether a row is about to do what it was going to do, to the record that was compared. */
  readonly isSame: (row: PlannedRow, index: number) => boolean;
};

const printBytes = 4;
/** An item holds 400 KB. */
const rowsOnPage = 60_000;
const keptSeconds = 7 * 24 * 3600;

/** Four bytes for a row: what it does, and to which writing of which record. */
const fingerprint = ({ sheet = '', row, action, revision }: PlannedRow): Buffer =>
  createHash('sha256').update(`${sheet}|${row}|${action}|${revision}`).digest().subarray(0, printBytes);

/** The number a clerk confirms with; the same dry run at the same moment has the same. */
export const dryRunIdOf = (fileHash: string, at: string): string =>
  `DR-${createHash('sha256').update(`${fileHash}|${at}`).digest('hex').slice(0, 12)}`;

/** Keeps a dry run for a week. */
export const keepDryRun = async (
  table: Table,
  head: Omit<z.infer<typeof dryRun>, 'pages' | 'rowCount'>,
  rows: readonly PlannedRow[],
): Promise<void> => {
  const prints = Buffer.concat(rows.map(fingerprint));
  const pages = Math.ceil(rows.length / rowsOnPage);
  const expiresAt = Math.floor(Date.parse(head.at) / 1000) + keptSeconds;
  const page = (index: number) =>
    prints.subarray(index * rowsOnPage * printBytes, (index + 1) * rowsOnPage * printBytes);
  const items = [
    { ...dryRunKey(head.dryRunId, 0), ...head, rowCount: rows.length, pages, expiresAt },
    ...Array.from({ length: pages }, (_, index) => ({
      ...dryRunKey(head.dryRunId, index + 1),
      prints: new Uint8Array(page(index)),
      expiresAt,
    })),
  ];
  await table.documents.send(
    new BatchWriteCommand({
      RequestItems: { [table.name]: items.map((Item) => ({ PutRequest: { Item } })) },
    }),
  );
};

const printsPage = z.object({ prints: z.instanceof(Uint8Array), sk: z.string() });

export const readDryRun = async (table: Table, dryRunId: string): Promise<DryRun | undefined> => {
  const [found] = await batchGet(table, [dryRunKey(dryRunId, 0)]);
  if (found === undefined) return undefined;
  const head = dryRun.parse(found);
  const keys = Array.from({ length: head.pages }, (_, index) => dryRunKey(dryRunId, index + 1));
  const pages = (await batchGet(table, keys)).map((item) => printsPage.parse(item));
  const prints = Buffer.concat(pages.sort((a, b) => (a.sk < b.sk ? -1 : 1)).map((page) => page.prints));
  return {
    ...head,
    isSame: (row, index) =>
      prints.subarray(index * printBytes, (index + 1) * printBytes).equals(fingerprint(row)),
  };
};
