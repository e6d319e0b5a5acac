import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { ApplicationHead, ApplicationId } from '../contracts/application.ts';
import { storedLine, type StoredLine } from '../contracts/stored-line.ts';
import { applicationPk, headKey, lineKey, payeeKey, type Key } from './keys.ts';
import { batchGet, type Item } from './registers/batch-get.ts';
import { openHead } from './stored-head.ts';
import type { Table } from './table-client.ts';

export type { Item };

/** One row by its key, as it is now. */
export const readItem = async (table: Table, key: Key): Promise<Item | undefined> => {
  const { Item } = await table.documents.send(
    new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true }),
  );
  return Item;
};

const sameKey = (item: Item, { pk, sk }: Key): boolean => item['pk'] === pk && item['sk'] === sk;

/** Rows in one round trip for each hundred, in the order of the keys; undefined where there is none. */
export const readItems = async (table: Table, keys: readonly Key[]): Promise<(Item | undefined)[]> => {
  const items = await batchGet(table, keys);
  return keys.map((key) => items.find((item) => sameKey(item, key)));
};

export const parseHead = (item: Item | undefined): ApplicationHead | undefined => item && openHead(item);

const sealedPayee = z.object({ payeeSealed: z.string() });

/** The head with its payee; applications of before had the payee in the head. */
export const parseHeadWithPayee = (
  item: Item | undefined,
  payee: Item | undefined,
): ApplicationHead | undefined => item && openHead(payee ? { ...item, ...sealedPayee.parse(payee) } : item);

export const readHead = async (table: Table, id: ApplicationId): Promise<ApplicationHead | undefined> =>
  parseHead(await readItem(table, headKey(id)));

const isLine = ({ sk }: Item): boolean => typeof sk === 'string' && sk.startsWith('LINE#');

/** The head and the first page of lines in one round trip; `rest` is where to go on. */
export const readWithLines = async (table: Table, id: ApplicationId) => {
  const { Items = [], LastEvaluatedKey } = await table.documents.send(
    new QueryCommand({
      TableName: table.name,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :head AND :lastLine',
      ExpressionAttributeValues: { ':pk': applicationPk(id), ':head': 'HEAD', ':lastLine': 'LINE#99999' },
    }),
  );
  const named = (name: string) => Items.find(({ sk }) => sk === name);
  return {
    head: parseHeadWithPayee(named('HEAD'), named(payeeKey(id).sk)),
    lines: Items.filter(isLine).map((item) => storedLine.parse(item)),
    rest: LastEvaluatedKey,
  };
};

export type Page<T> = { readonly items: readonly T[]; readonly next?: Item };

/** Lines in their order, from `start` on. */
export const readLines = async (
  table: Table,
  id: ApplicationId,
  { start, limit }: { readonly start?: Item | undefined; readonly limit?: number } = {},
): Promise<Page<StoredLine>> => {
  const { Items = [], LastEvaluatedKey } = await table.documents.send(
    new QueryCommand({
      TableName: table.name,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :line)',
      ExpressionAttributeValues: { ':pk': applicationPk(id), ':line': 'LINE#' },
      ExclusiveStartKey: start,
      Limit: limit,
    }),
  );
  const items = Items.map((item) => storedLine.parse(item));
  return LastEvaluatedKey ? { items, next: LastEvaluatedKey } : { items };
};

/** Every line, page by page. */
export async function* everyLine(table: Table, id: ApplicationId): AsyncGenerator<StoredLine> {
  let start: Item | undefined;
  do {
    const page: Page<StoredLine> = await readLines(table, id, { start });
    yield* page.items;
    start = page.next;
  } while (start);
}

export const readLine = async (
  table: Table,
  id: ApplicationId,
  lineNo: number,
): Promise<StoredLine | undefined> => {
  const item = await readItem(table, lineKey(id, lineNo));
  return item && storedLine.parse(item);
};
