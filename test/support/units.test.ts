import { PutCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestDatabase, type TestDatabase } from './database.ts';
import { meterUnits } from './units.ts';

/** That the embedded database counts as DynamoDB's developer guide says, “Read and write operations”. */
let database: TestDatabase;
let meter: ReturnType<typeof meterUnits>;
beforeAll(async () => {
  database = await startTestDatabase();
  meter = meterUnits(database.table);
});
afterAll(() => database.stop());

const unitsOf = async (command: Parameters<TestDatabase['table']['documents']['send']>[0]) => {
  meter.consumed.length = 0;
  await database.table.documents.send(command);
  return meter.consumed.map(({ inTable, inIndexes }) => ({ inTable, inIndexes }));
};

const long = 'x'.repeat(1500);

test('a write costs a unit for each kilobyte begun, and a further one in each index it touches', async () => {
  const TableName = database.table.name;
  expect(await unitsOf(new PutCommand({ TableName, Item: { pk: 'a', sk: '1' } }))).toEqual([
    { inTable: 1, inIndexes: {} },
  ]);
  expect(await unitsOf(new PutCommand({ TableName, Item: { pk: 'a', sk: '2', long } }))).toEqual([
    { inTable: 2, inIndexes: {} },
  ]);
  const waiting = { pk: 'a', sk: '3', workPk: 'Q', workSk: '1', long };
  expect(await unitsOf(new PutCommand({ TableName, Item: waiting }))).toEqual([
    { inTable: 2, inIndexes: { work: 1 } },
  ]);
});

test('what an index does not hold costs nothing there; an entry that moves costs two', async () => {
  const change = (UpdateExpression: string, values: Record<string, unknown>) =>
    new UpdateCommand({
      TableName: database.table.name,
      Key: { pk: 'a', sk: '3' },
      UpdateExpression,
      ExpressionAttributeValues: values,
    });
  expect(await unitsOf(change('SET other = :v', { ':v': 1 }))).toEqual([{ inTable: 2, inIndexes: {} }]);
  expect(await unitsOf(change('SET workSk = :v', { ':v': '2' }))).toEqual([
    { inTable: 2, inIndexes: { work: 2 } },
  ]);
});

test('a transaction costs double in the table, its checks too, and not in the indexes', async () => {
  const TableName = database.table.name;
  const TransactItems = [
    { Put: { TableName, Item: { pk: 'b', sk: '1', long } } },
    { Put: { TableName, Item: { pk: 'b', sk: '2', workPk: 'Q', workSk: '1' } } },
    {
      ConditionCheck: { TableName, Key: { pk: 'a', sk: '1' }, ConditionExpression: 'attribute_exists(pk)' },
    },
  ];
  expect(await unitsOf(new TransactWriteCommand({ TransactItems }))).toEqual([
    { inTable: 8, inIndexes: { work: 1 } },
  ]);
});
