import { CreateTableCommand, DeleteTableCommand } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestDatabase } from '../../test/support/database.ts';
import { createMeter } from './meter.ts';

/*
 * The embedded database counts units as the DynamoDB developer guide says ("read and write operations", "global
 * secondary indexes: write considerations"): a figure in docs/cost.md is only worth as much as this.
 */

const TableName = 'units';
const string = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' as const });
let database: Awaited<ReturnType<typeof startTestDatabase>>;
const { take, stop } = createMeter();

beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(async () => {
  stop();
  await database.stop();
});
const documents = () => database.table.documents;

beforeEach(async () => {
  await documents()
    .send(new DeleteTableCommand({ TableName }) as never)
    .catch(() => undefined);
  await documents().send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['pk', 'sk', 'workPk'].map(string),
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      GlobalSecondaryIndexes: [
        {
          IndexName: 'work',
          KeySchema: [{ AttributeName: 'workPk', KeyType: 'HASH' }],
          Projection: { ProjectionType: 'KEYS_ONLY' },
        },
      ],
    }) as never,
  );
  take();
});

const key = (sk: string) => ({ pk: 'A', sk });
const item = (sk: string, bytes: number, rest: Record<string, unknown> = {}) => ({
  ...key(sk),
  text: 'x'.repeat(bytes),
  ...rest,
});
const put = (Item: Record<string, unknown>) => documents().send(new PutCommand({ TableName, Item }));

/** [all units, of them in indexes] of one call. */
const unitsOf = async (work: Promise<unknown>): Promise<[number, number]> => {
  await work;
  const [call] = take().database;
  return [call?.units ?? -1, call?.indexUnits ?? -1];
};
const after = async (...before: Promise<unknown>[]) => {
  await Promise.all(before);
  take();
};

describe('a write', () => {
  test('costs a unit for each kilobyte that is begun', async () => {
    expect(await unitsOf(put(item('1', 900)))).toEqual([1, 0]);
    expect(await unitsOf(put(item('2', 1100)))).toEqual([2, 0]);
  });

  test('of a small item over a large one costs what the large one did', async () => {
    await after(put(item('1', 2500)));
    expect(await unitsOf(put(item('1', 10)))).toEqual([3, 0]);
  });

  test('of one attribute costs the whole item', async () => {
    await after(put(item('1', 2500)));
    const Update = { TableName, Key: key('1'), UpdateExpression: 'SET n = :n' };
    const values = { ExpressionAttributeValues: { ':n': 1 } };
    expect(await unitsOf(documents().send(new UpdateCommand({ ...Update, ...values })))).toEqual([3, 0]);
  });

  test('to an index is counted once inside a transaction (the guide does not say what AWS does)', async () => {
    const Put = { TableName, Item: item('1', 10, { workPk: 'Q' }) };
    expect(await unitsOf(documents().send(new TransactWriteCommand({ TransactItems: [{ Put }] })))).toEqual([
      3, 1,
    ]);
  });

  test('costs double in a transaction, and so does a mere check', async () => {
    await after(put(item('2', 10)));
    const Put = { TableName, Item: item('1', 1100) };
    const check = { TableName, Key: key('2'), ConditionExpression: 'attribute_exists(pk)' };
    const TransactItems = [{ Put }, { ConditionCheck: check }];
    expect(await unitsOf(documents().send(new TransactWriteCommand({ TransactItems })))).toEqual([6, 0]);
  });
});

describe('an index of keys', () => {
  test('costs a unit when an item enters it and when it leaves it, and two when it moves', async () => {
    expect(await unitsOf(put(item('1', 10, { workPk: 'Q' })))).toEqual([2, 1]);
    expect(await unitsOf(put(item('1', 10, { workPk: 'R' })))).toEqual([3, 2]);
    expect(await unitsOf(put(item('1', 10)))).toEqual([2, 1]);
  });

  test('costs nothing when something else of the item changes, however large it is', async () => {
    await after(put(item('1', 1100, { workPk: 'Q' })));
    expect(await unitsOf(put(item('1', 1200, { workPk: 'Q' })))).toEqual([2, 0]);
  });

  test('costs a unit when an item in it is deleted', async () => {
    await after(put(item('1', 10, { workPk: 'Q' })));
    expect(await unitsOf(documents().send(new DeleteCommand({ TableName, Key: key('1') })))).toEqual([2, 1]);
  });
});

describe('a read', () => {
  test('costs a unit for each 4 kB that are begun, half of it when it may be a moment old', async () => {
    await after(put(item('1', 5000)));
    const get = { TableName, Key: key('1') };
    expect(await unitsOf(documents().send(new GetCommand({ ...get, ConsistentRead: true })))).toEqual([2, 0]);
    expect(await unitsOf(documents().send(new GetCommand(get)))).toEqual([1, 0]);
  });

  test('of several items by key is rounded for each, of a query for all together', async () => {
    await after(put(item('1', 100)), put(item('2', 100)), put(item('3', 100)));
    const Keys = ['1', '2', '3', 'none'].map(key);
    const batch = { RequestItems: { [TableName]: { Keys, ConsistentRead: true } } };
    expect(await unitsOf(documents().send(new BatchGetCommand(batch)))).toEqual([4, 0]);
    const KeyConditionExpression = 'pk = :pk';
    const query = { TableName, KeyConditionExpression, ExpressionAttributeValues: { ':pk': 'A' } };
    expect(await unitsOf(documents().send(new QueryCommand({ ...query, ConsistentRead: true })))).toEqual([
      1, 0,
    ]);
  });
});
