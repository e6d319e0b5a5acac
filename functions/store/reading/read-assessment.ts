import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { ApplicationId } from '../../contracts/application.ts';
import { lineAssessment, type LineAssessment } from '../../contracts/assessment.ts';
import type { Desk } from '../desk.ts';
import { assessmentKey } from '../keys.ts';

const stored = z.object({ run: z.int().min(1), record: z.string() });

/** The last assessment of a line; undefined before the first check, or when there is no such line. */
export const readAssessment = async (
  { table }: Desk,
  id: ApplicationId,
  lineNo: number,
): Promise<{ readonly run: number; readonly assessment: LineAssessment } | undefined> => {
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
  const { run, record } = stored.parse(Items[0]);
  return { run, assessment: lineAssessment.parse(JSON.parse(record)) };
};
