import { DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { expect, test } from 'vitest';
import { TransientError } from '../platform/errors.ts';
import { transact, WriteRefusedError } from './transact.ts';

const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({
    message: 'cancelled',
    $metadata: {},
    CancellationReasons: codes.map((Code) => ({ Code })),
  });

/** A database that refuses as often as there are errors, and counts how often it was asked. */
const refusing = (...errors: Error[]) => {
  const documents = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'local' }));
  let asked = 0;
  const send = () => {
    asked += 1;
    const error = errors.shift();
    return error ? Promise.reject(error) : Promise.resolve({});
  };
  return { table: { documents: Object.assign(documents, { send }), name: 'table' }, asked: () => asked };
};
const writes = [{ Delete: { Key: { pk: 'a', sk: 'b' } } }];

test.each(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'])(
  'a %s passes: the same writes are sent again',
  async (code) => {
    const { table, asked } = refusing(cancelled('None', code), cancelled(code));
    await transact(table, writes);
    expect(asked()).toBe(3);
  },
);

test('rows that stay contended are a failure worth another attempt of the whole step', async () => {
  const { table, asked } = refusing(...Array.from({ length: 9 }, () => cancelled('TransactionConflict')));
  await expect(transact(table, writes)).rejects.toBeInstanceOf(TransientError);
  expect(asked()).toBe(5);
});

test('a condition that did not hold is said at once, with the write it belongs to', async () => {
  const { table, asked } = refusing(cancelled('None', 'ConditionalCheckFailed'));
  await expect(transact(table, writes)).rejects.toEqual(
    new WriteRefusedError([{ index: 1, found: undefined }]),
  );
  expect(asked()).toBe(1);
});
