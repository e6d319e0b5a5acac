import { setTimeout as pause } from 'node:timers/promises';
import { BatchGetCommand } from '@aws-sdk/lib-dynamodb';
import { TransientError } from '../../platform/errors.ts';
import type { Key } from '../keys.ts';
import type { Table } from '../table-client.ts';

export type Item = Readonly<Record<string, unknown>>;

/** DynamoDB's limit for one BatchGetItem. */
const maxKeys = 100;
const pausesMs = [20, 60, 200, 500] as const;

const textOf = (item: Item): string => `${String(item['pk'])}|${String(item['sk'])}`;

const ask = async (
  table: Table,
  keys: readonly Item[],
): Promise<{ found: readonly Item[]; left: readonly Item[] }> => {
  const { Responses, UnprocessedKeys } = await table.documents.send(
    new BatchGetCommand({ RequestItems: { [table.name]: { Keys: [...keys], ConsistentRead: true } } }),
  );
  return { found: Responses?.[table.name] ?? [], left: UnprocessedKeys?.[table.name]?.Keys ?? [] };
};

const getSome = async (table: Table, keys: readonly Key[]): Promise<readonly Item[]> => {
  const found: Item[] = [];
  let asked: readonly Item[] = keys.map(({ pk, sk }) => ({ pk, sk }));
  for (const pauseMs of [...pausesMs, undefined]) {
    const answer = await ask(table, asked);
    found.push(...answer.found);
    asked = answer.left;
    if (asked.length === 0) return found;
    if (pauseMs !== undefined) await pause(pauseMs);
  }
  throw new TransientError(`The database left ${asked.length} of ${keys.length} items unread`);
};

/**
 * Reads any number of items, 100 to a call; each key once. What does not exist is left out.
 * @throws TransientError when the database keeps leaving items unread
 */
export const batchGet = async (table: Table, keys: readonly Key[]): Promise<Item[]> => {
  const distinct = [...new Map(keys.map((key) => [textOf(key), key])).values()];
  const found: Item[] = [];
  for (let start = 0; start < distinct.length; start += maxKeys)
    found.push(...(await getSome(table, distinct.slice(start, start + maxKeys))));
  return found;
};
