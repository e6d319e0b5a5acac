import { ScanCommand, type ScanCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Item } from './registers/batch-get.ts';
import type { Table } from './table-client.ts';

type Filter = Pick<
  ScanCommandInput,
  'FilterExpression' | 'ProjectionExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'
>;

const read = async (table: Table, filter: Filter, from: Item | undefined) => {
  const { Items = [], LastEvaluatedKey } = await table.documents.send(
    new ScanCommand({
      TableName: table.name,
      ConsistentRead: true,
      ...filter,
      ...(from && { ExclusiveStartKey: from }),
    }),
  );
  const items: readonly Item[] = Items;
  return { items, next: LastEvaluatedKey };
};

/**
 * The whole table, a page at a time; the next page is fetched while this one is worked on. Items of one partition
 * come one after the other, in the order of their sort keys. For commands only: no request reads the whole table.
 */
export const scanPages = async function* (table: Table, filter: Filter): AsyncGenerator<readonly Item[]> {
  let page = await read(table, filter, undefined);
  while (page.next !== undefined) {
    const coming = read(table, filter, page.next);
    // Whoever reads on meets the failure; without this, a reader that stops would leave it unheard.
    coming.catch(() => undefined);
    yield page.items;
    page = await coming;
  }
  yield page.items;
};
