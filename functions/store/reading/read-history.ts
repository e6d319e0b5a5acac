import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { ApplicationId } from '../../contracts/application.ts';
import { auditEvent, type AuditEvent } from '../audit/events.ts';
import type { KeylessDesk } from '../desk.ts';
import { applicationPk } from '../keys.ts';
import type { Item, Page } from '../read-application.ts';

/** What has happened to an application, the first event first. */
export const readHistory = async (
  { table }: KeylessDesk,
  id: ApplicationId,
  { limit, start }: { readonly limit: number; readonly start?: Item | undefined },
): Promise<Page<AuditEvent>> => {
  const { Items = [], LastEvaluatedKey } = await table.documents.send(
    new QueryCommand({
      TableName: table.name,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :event)',
      ExpressionAttributeValues: { ':pk': applicationPk(id), ':event': 'EVENT#' },
      Limit: limit,
      ExclusiveStartKey: start,
    }),
  );
  const items = Items.map((item) => auditEvent.parse(item));
  return LastEvaluatedKey ? { items, next: LastEvaluatedKey } : { items };
};
