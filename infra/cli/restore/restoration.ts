import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { instant, type Instant } from '../../../functions/contracts/scalars.ts';
import { keyRingKey, restorationKey } from '../../../functions/store/keys.ts';
import { readItem } from '../../../functions/store/read-application.ts';
import type { Table } from '../../../functions/store/table-client.ts';
import { CliError } from '../cli-error.ts';
import { manifestName } from '../export/manifest.ts';

/** ROWS: nothing acts on what is there yet. LIVE: applications come to life. */
const stages = ['ROWS', 'LIVE', 'EXECUTIONS', 'DONE'] as const;

const restoration = z.object({
  /** Of the export's manifest: a repeat must be of the same export. */
  exportHash: z.string(),
  exportedAt: instant,
  startedAt: instant,
  stage: z.enum(stages),
  doneAt: instant.optional(),
});
export type Restoration = z.infer<typeof restoration>;

export const exportHashOf = async (folder: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(join(folder, manifestName)))
    .digest('hex');

/** What a desk writes before anybody works at it: its keys, and the nights’ reconciliations. */
const isFurniture = (pk: string): boolean => pk === keyRingKey.pk || pk.startsWith('RECONCILIATION#');

const holdsWork = async ({ documents, name }: Table): Promise<boolean> => {
  let start: Record<string, unknown> | undefined;
  do {
    const page = await documents.send(
      new ScanCommand({
        TableName: name,
        ConsistentRead: true,
        Limit: 200,
        ProjectionExpression: 'pk',
        ExclusiveStartKey: start,
      }),
    );
    if ((page.Items ?? []).some((item) => !isFurniture(String(item['pk'])))) return true;
    start = page.LastEvaluatedKey;
  } while (start);
  return false;
};

export const noteRestoration = async ({ documents, name }: Table, noted: Restoration): Promise<void> => {
  await documents.send(new PutCommand({ TableName: name, Item: { ...restorationKey, ...noted } }));
};

const notEmpty = (name: string, why: string): CliError =>
  new CliError(
    'TABLE_NOT_EMPTY',
    `${name} ${why}. An export is restored into an empty desk only: name a new folder with --data, or a new table.`,
    1,
  );

/**
 * How far this very restore has come: begun now, or interrupted before.
 * @throws CliError TABLE_NOT_EMPTY
 */
export const beginRestoration = async (
  table: Table,
  {
    exportHash,
    exportedAt,
    at,
  }: { readonly exportHash: string; readonly exportedAt: Instant; readonly at: Instant },
): Promise<Restoration> => {
  const item = await readItem(table, restorationKey);
  if (item === undefined) {
    if (await holdsWork(table)) throw notEmpty(table.name, 'is in use');
    return { exportHash, exportedAt, startedAt: at, stage: 'ROWS' };
  }
  const found = restoration.parse(item);
  if (found.exportHash !== exportHash)
    throw notEmpty(table.name, 'was filled, or half filled, from another export');
  if (found.stage === 'DONE')
    throw notEmpty(table.name, `was filled from this export already, at ${found.doneAt ?? ''}`);
  return found;
};
