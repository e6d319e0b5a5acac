import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Item, Page } from './read-application.ts';
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

/** What waits in one partition of the work index, the most urgent first. */
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
  return LastEvaluatedKey ? { items: Items, next: LastEvaluatedKey } : { items: Items };
};
