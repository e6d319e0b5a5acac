import { DynamoDBClient, ExportTableToPointInTimeCommand } from '@aws-sdk/client-dynamodb';
import type { Instant, IsoDate } from '../../contracts/scalars.ts';
import { dayOf, endOfDay } from '../../platform/time.ts';

type Archive = { readonly tableArn: string; readonly bucket: string; readonly keyArn: string };
type Asked = { readonly exportArn: string; readonly day: IsoDate };

const dayMs = 24 * 3600 * 1000;

/** The calendar day before `time`, in Asia/Shanghai, and the instants at its two ends. */
const dayBefore = (time: Instant) => {
  const day = dayOf(new Date(Date.parse(time) - dayMs).toISOString());
  const until = new Date(Date.parse(endOfDay(day)) + 1);
  return { day, from: new Date(until.getTime() - dayMs), until };
};

/**
 * Asks DynamoDB to write everything that changed in one day, as it was and as it became, into the audit's bucket, where
 * nobody can change or delete it. It costs no write of the desk's own. Asked twice within eight hours, it is one export.
 * @throws what DynamoDB refuses, for instance a day that point-in-time recovery no longer holds (35 days)
 */
export const archiveDay = async ({ tableArn, bucket, keyArn }: Archive, time: Instant): Promise<Asked> => {
  const { day, from, until } = dayBefore(time);
  const client = new DynamoDBClient({ maxAttempts: 4 });
  try {
    const { ExportDescription } = await client.send(
      new ExportTableToPointInTimeCommand({
        TableArn: tableArn,
        S3Bucket: bucket,
        S3Prefix: `changes/${day}`,
        S3SseAlgorithm: 'KMS',
        S3SseKmsKeyId: keyArn,
        ExportFormat: 'DYNAMODB_JSON',
        ExportType: 'INCREMENTAL_EXPORT',
        IncrementalExportSpecification: {
          ExportFromTime: from,
          ExportToTime: until,
          ExportViewType: 'NEW_AND_OLD_IMAGES',
        },
        ClientToken: `audit-${day}`,
      }),
    );
    const exportArn = ExportDescription?.ExportArn;
    if (exportArn === undefined) throw new Error(`DynamoDB took the export of ${day} and gave it no name`);
    return { exportArn, day };
  } finally {
    client.destroy();
  }
};
