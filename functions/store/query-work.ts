import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { readItems, type Item, type Page } from './read-application.ts';
import type { Table } from './table-client.ts';

type WorkQuery = {
  readonly partition: string;
  readonly limit: number;
  readonly start?: Item | undefined;
  /** Only entries from here on, in the order of their due dates. */
  readonly from?: string;
  /** Only entries up to here. */
  readonly until?: string;
};

const range = ({ from, until }: WorkQuery) => {
  if (from !== undefined) return { condition: ' AND workSk >= :edge', values: { ':edge': from } };
  if (until !== undefined) return { condition: ' AND workSk <= :edge', values: { ':edge': until } };
  return { condition: '', values: {} };
};

const entry = z.object({ pk: z.string(), sk: z.string(), workPk: z.string(), workSk: z.string() });
type Entry = z.infer<typeof entry>;

/** The index follows the table a moment later: an item that has moved on is none of this partition's any more. */
const current = (entries: readonly Entry[], items: readonly (Item | undefined)[]): Item[] =>
  items.filter(
    (item, index): item is Item =>
      item?.['workPk'] === entries[index]?.workPk && item?.['workSk'] === entries[index]?.workSk,
  );

/**
 * What waits in one partition of the work index, the most urgent first: the index names it, the table says what it is.
 * The index holds keys only, so that a change of an item costs no second write.
 */
export const queryWork = async (table: Table, input: WorkQuery): Promise<Page<Item>> => {
  const { condition, values } = range(input);
  const { Items = [], LastEvaluatedKey } = await table.documents.send(
    new QueryCommand({
      TableName: table.name,
      IndexName: 'work',
      KeyConditionExpression: `workPk = :partition${condition}`,
      ExpressionAttributeValues: { ':partition': input.partition, ...values },
      Limit: input.limit,
      ExclusiveStartKey: input.start,
    }),
  );
  const entries = Items.map((item) => entry.parse(item));
  const items = entries.length === 0 ? [] : current(entries, await readItems(table, entries));
  return LastEvaluatedKey ? { items, next: LastEvaluatedKey } : { items };
};
