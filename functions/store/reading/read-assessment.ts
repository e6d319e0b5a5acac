import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { ApplicationId } from '../../contracts/application.ts';
import { openRecord, type OpenedRecord } from '../assessments/record.ts';
import type { KeylessDesk } from '../desk.ts';
import { assessmentKey } from '../keys.ts';

/** The last assessment of a line; undefined before the first check, or when there is no such line. */
export const readAssessment = async (
  { table }: KeylessDesk,
  id: ApplicationId,
  lineNo: number,
): Promise<OpenedRecord | undefined> => {
  const first = assessmentKey(id, 0, lineNo);
  const last = assessmentKey(id, 999, lineNo);
  const { Items = [] } = await table.documents.send(
    new QueryCommand({
      TableName: table.name,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
      ExpressionAttributeValues: { ':pk': first.pk, ':first': first.sk, ':last': last.sk },
      ScanIndexForward: false,
      Limit: 1,
    }),
  );
  if (Items[0] === undefined) return undefined;
  return openRecord(Items[0]);
};
