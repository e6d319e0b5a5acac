import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { recognitionKind } from '../../contracts/registers/organisation.ts';
import type { KeylessDesk } from '../desk.ts';
import { organisationKey, recognitionPartition } from '../keys.ts';
import { readItems, type Item, type Page } from '../read-application.ts';
import { parseOrganisationRecord } from '../registers/organisation-item.ts';
import { recognitionFrom, recognitionKeys, type Recognition } from './read-recognition.ts';

/** A recognition with the name that the register of organisations has. */
export type NamedRecognition = Recognition & { readonly name: string };

type PageOf = {
  readonly division: string;
  readonly limit: number;
  readonly start?: Item | undefined;
};

const indexed = z.object({ divisionSk: z.string() });

const refIn = (item: Item) => {
  const [organisationId = '', kind] = indexed.parse(item).divisionSk.split('#');
  return { organisationId, kind: recognitionKind.parse(kind) };
};

const readNamed = async ({ table }: KeylessDesk, items: readonly Item[]): Promise<NamedRecognition[]> => {
  const refs = items.map(refIn);
  const keys = refs.flatMap((ref) => [...recognitionKeys(ref), organisationKey(ref.organisationId)]);
  const found = keys.length === 0 ? [] : await readItems(table, keys);
  return refs.flatMap(({ organisationId }, index) => {
    const [entry, life, organisation] = found.slice(index * 3, index * 3 + 3);
    const recognition = recognitionFrom(entry, life);
    const name = parseOrganisationRecord(organisation)?.name ?? organisationId;
    return recognition ? { ...recognition, name } : [];
  });
};

/** A county's recognitions, by organisation. */
export const listRecognitions = async (
  desk: KeylessDesk,
  { division, limit, start }: PageOf,
): Promise<Page<NamedRecognition>> => {
  const { Items = [], LastEvaluatedKey } = await desk.table.documents.send(
    new QueryCommand({
      TableName: desk.table.name,
      IndexName: 'division',
      KeyConditionExpression: 'divisionPk = :partition',
      ExpressionAttributeValues: { ':partition': recognitionPartition(division) },
      Limit: limit,
      ExclusiveStartKey: start,
    }),
  );
  const items = await readNamed(desk, Items);
  return LastEvaluatedKey ? { items, next: LastEvaluatedKey } : { items };
};
