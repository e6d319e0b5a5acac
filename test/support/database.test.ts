import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestDatabase, type TestDatabase } from './database.ts';

let first: TestDatabase;
let second: TestDatabase;
beforeAll(async () => {
  first = await startTestDatabase();
  second = await startTestDatabase();
});
afterAll(async () => {
  await first.stop();
  await second.stop();
});

const put = ({ table }: TestDatabase, item: Record<string, unknown>) =>
  table.documents.send(new PutCommand({ TableName: table.name, Item: item }));

test('a test has a database of its own: what one holds the other does not', async () => {
  await put(first, { pk: 'A', sk: 'B', n: 1 });
  const read = ({ table }: TestDatabase) =>
    table.documents.send(new GetCommand({ TableName: table.name, Key: { pk: 'A', sk: 'B' } }));
  expect((await read(first)).Item).toEqual({ pk: 'A', sk: 'B', n: 1 });
  expect((await read(second)).Item).toBeUndefined();
});

test('the sparse index holds only what waits for somebody', async () => {
  await put(first, { pk: 'A', sk: 'C', workPk: 'Q', workSk: '2020-03-16' });
  const { table } = first;
  const waiting = await table.documents.send(
    new QueryCommand({
      TableName: table.name,
      IndexName: 'work',
      KeyConditionExpression: 'workPk = :q',
      ExpressionAttributeValues: { ':q': 'Q' },
    }),
  );
  expect(waiting.Items?.map(({ sk }) => String(sk))).toEqual(['C']);
});
