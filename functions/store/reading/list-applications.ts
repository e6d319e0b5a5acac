import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Actor } from '../../contracts/actor.ts';
import type { ApplicationHead } from '../../contracts/application.ts';
import { ownerOf } from '../create-draft.ts';
import type { KeylessDesk } from '../desk.ts';
import { divisionPartition, ownerPartition } from '../keys.ts';
import { parseHead, readItems, type Item, type Page } from '../read-application.ts';
import type { Table } from '../table-client.ts';

type PageOf = { readonly limit: number; readonly start?: Item | undefined };

const indexes = {
  owner: { partition: 'ownerPk', name: 'owner' },
  division: { partition: 'divisionPk', name: 'division' },
} as const;

const key = z.object({ pk: z.string(), sk: z.string() });

/** The newest first. The index holds keys only, so a page is a query and one read of its applications. */
const listNewest = async (
  table: Table,
  index: keyof typeof indexes,
  partition: string,
  { limit, start }: PageOf,
): Promise<Page<ApplicationHead>> => {
  const { Items = [], LastEvaluatedKey } = await table.documents.send(
    new QueryCommand({
      TableName: table.name,
      IndexName: indexes[index].name,
      KeyConditionExpression: '#partition = :partition',
      ExpressionAttributeNames: { '#partition': indexes[index].partition },
      ExpressionAttributeValues: { ':partition': partition },
      ScanIndexForward: false,
      Limit: limit,
      ExclusiveStartKey: start,
    }),
  );
  const keys = Items.map((item) => key.parse(item));
  const found = keys.length === 0 ? [] : await readItems(table, keys);
  const items = found.flatMap((item) => parseHead(item) ?? []);
  return LastEvaluatedKey ? { items, next: LastEvaluatedKey } : { items };
};

/** A person's own applications, or those of the organisation they act for; at most 100 to a page. */
export const listOwnApplications = (
  { table }: KeylessDesk,
  actor: Actor,
  page: PageOf,
): Promise<Page<ApplicationHead>> => listNewest(table, 'owner', ownerPartition(ownerOf(actor)), page);

/** A county's applications, drafts included; at most 100 to a page. */
export const listDivisionApplications = (
  { table }: KeylessDesk,
  { division, ...page }: PageOf & { readonly division: string },
): Promise<Page<ApplicationHead>> => listNewest(table, 'division', divisionPartition(division), page);
