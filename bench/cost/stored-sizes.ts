import { DynamoDBClient, paginateScan, type AttributeValue } from '@aws-sdk/client-dynamodb';
import { tableDefinition } from '../../functions/store/table.ts';
import { credentials, region, tableName } from '../../infra/local/place.ts';
import { itemSize, storageOverhead } from './item-size.ts';

type Item = Record<string, AttributeValue>;

const pick = (item: Item, names: ReadonlySet<string>): Item =>
  Object.fromEntries(Object.entries(item).filter(([name]) => names.has(name)));

/** An item's entry in an index, if it has one: the whole of it, or the keys of both. */
const entriesOf = (item: Item): Item[] =>
  tableDefinition.GlobalSecondaryIndexes.flatMap(({ KeySchema, Projection }) => {
    const keys = KeySchema.map(({ AttributeName }) => AttributeName);
    if (!keys.every((key) => key in item)) return [];
    const whole: string = Projection.ProjectionType;
    return [whole === 'ALL' ? item : pick(item, new Set(['pk', 'sk', ...keys]))];
  });

/** Bytes that the whole table and its indexes are billed for. */
export const storedSizes = async (databaseUrl: string): Promise<number> => {
  const client = new DynamoDBClient({ endpoint: databaseUrl, region, credentials });
  try {
    let total = 0;
    for await (const { Items = [] } of paginateScan({ client }, { TableName: tableName }))
      for (const item of Items)
        for (const stored of [item, ...entriesOf(item)]) total += itemSize(stored) + storageOverhead;
    return total;
  } finally {
    client.destroy();
  }
};
