import { setTimeout as pause } from 'node:timers/promises';
import {
  BatchWriteItemCommand,
  ConditionalCheckFailedException,
  PutItemCommand,
  type DynamoDBClient,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import { CliError } from '../cli-error.ts';
import type { StoredItem } from '../export/item-line.ts';

export type Into = { readonly client: DynamoDBClient; readonly tableName: string };

/** DynamoDB's limit for one BatchWriteItem. */
const perBatch = 25;
/** A new table on demand takes 4,000 writes a second at first: it is given time to grow. */
const pausesMs = [50, 100, 200, 400, 800, 1_600, 3_200, 6_400, 12_800] as const;

const writeBatch = async ({ client, tableName }: Into, items: readonly StoredItem[]): Promise<void> => {
  let left: WriteRequest[] = items.map((Item) => ({ PutRequest: { Item } }));
  for (const pauseMs of [...pausesMs, undefined]) {
    const answer = await client.send(new BatchWriteItemCommand({ RequestItems: { [tableName]: left } }));
    left = answer.UnprocessedItems?.[tableName] ?? [];
    if (left.length === 0) return;
    if (pauseMs !== undefined) await pause(pauseMs);
  }
  throw new CliError(
    'TABLE_TOO_BUSY',
    `The table ${tableName} keeps leaving items unwritten. Run the same command again: it goes on where it stopped.`,
    1,
  );
};

/** Writes items as they are, a few batches at a time. */
export const writeItems = async (into: Into, items: readonly StoredItem[]): Promise<void> => {
  const batches = Array.from({ length: Math.ceil(items.length / perBatch) }, (_, index) =>
    items.slice(index * perBatch, (index + 1) * perBatch),
  ).values();
  const hand = async () => {
    for (const batch of batches) await writeBatch(into, batch);
  };
  await Promise.all([hand(), hand(), hand(), hand()]);
};

/** Writes an item unless there is one of its key: what has come to life since is not put back. */
export const writeIfAbsent = async ({ client, tableName }: Into, item: StoredItem): Promise<void> => {
  try {
    await client.send(
      new PutItemCommand({
        TableName: tableName,
        Item: item,
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
};
