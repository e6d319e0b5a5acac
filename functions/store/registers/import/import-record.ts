import { PutCommand, UpdateCommand, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { instant } from '../../../contracts/scalars.ts';
import { importKey } from '../../keys.ts';
import { queryWork } from '../../query-work.ts';
import type { Table } from '../../table-client.ts';
import { updateExpression } from '../../update-expression.ts';
import { register } from '../register-names.ts';

/** One file's import. STARTED without DONE means that it was interrupted, or runs at this moment. */
export const importRecord = z.object({
  fileHash: z.string().length(64),
  registers: z.array(register),
  /** The dry run that it confirms. */
  dryRunId: z.string().optional(),
  phase: z.enum(['STARTED', 'DONE']),
  startedAt: instant,
  doneAt: instant.optional(),
  /** Who imported it. */
  by: z.string().optional(),
  rows: z.int().min(0),
  toWrite: z.int().min(0),
});
export type ImportRecord = z.infer<typeof importRecord>;

/** More than a status would list. */
const mostUnfinished = 100;

/** Unfinished imports stand in the `work` index, so that a status can name them. */
const unfinishedPartition = 'IMPORT#UNFINISHED';

export const readImport = async (table: Table, fileHash: string): Promise<ImportRecord | undefined> => {
  const { Item } = await table.documents.send(
    new GetCommand({ TableName: table.name, Key: importKey(fileHash), ConsistentRead: true }),
  );
  return Item === undefined ? undefined : importRecord.parse(Item);
};

/** Imports that began and have not ended, the oldest first. Importing the same file again completes one. */
export const unfinishedImports = async (table: Table): Promise<ImportRecord[]> => {
  const { items } = await queryWork(table, { partition: unfinishedPartition, limit: mostUnfinished });
  return items.map((item) => importRecord.parse(item));
};

/** Begins an import, or begins it again; the first write of all. */
export const startImport = async (
  table: Table,
  record: Omit<ImportRecord, 'phase' | 'doneAt'>,
): Promise<void> => {
  await table.documents.send(
    new PutCommand({
      TableName: table.name,
      Item: {
        ...importKey(record.fileHash),
        ...record,
        phase: 'STARTED',
        workPk: unfinishedPartition,
        workSk: `${record.startedAt}#${record.fileHash}`,
      },
      // The hash names the file, so an older record under it is of the same file.
      ConditionExpression: 'attribute_not_exists(pk) OR fileHash = :fileHash',
      ExpressionAttributeValues: { ':fileHash': record.fileHash },
    }),
  );
};

/** Ends an import; the last write of all. */
export const finishImport = async (table: Table, fileHash: string, doneAt: string): Promise<void> => {
  await table.documents.send(
    new UpdateCommand({
      TableName: table.name,
      Key: importKey(fileHash),
      ...updateExpression({ set: { phase: 'DONE', doneAt }, remove: ['workPk', 'workSk'] }),
      ConditionExpression: 'attribute_exists(pk)',
    }),
  );
};
