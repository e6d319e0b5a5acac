import type { IConstruct } from 'constructs';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import * as z from 'zod';
import { explain } from '../checks/explain.ts';
import type { DataStack } from '../stacks/data-stack.ts';

/** What the archive of the audit is told. */
export const archiveEnvironment = ({ table, auditBucket, dataKey }: DataStack) => ({
  TABLE_ARN: table.tableArn,
  AUDIT_BUCKET: auditBucket.bucketName,
  AUDIT_KEY_ARN: dataKey.keyArn,
});

/** DynamoDB writes the export with the rights of whoever asks for it. Nobody else may write into the bucket. */
export const archiveStatements = ({ table, auditBucket, dataKey }: DataStack): PolicyStatement[] => [
  new PolicyStatement({ actions: ['dynamodb:ExportTableToPointInTime'], resources: [table.tableArn] }),
  new PolicyStatement({
    sid: 'WriteExports',
    actions: ['s3:PutObject', 's3:AbortMultipartUpload'],
    resources: [auditBucket.arnForObjects('changes/*')],
  }),
  new PolicyStatement({ actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [dataKey.keyArn] }),
];

const imported = z.object({ 'Fn::ImportValue': z.string() });

/** Every object below one prefix of one bucket: a day's export has names of DynamoDB's choosing. */
export const explainArchive = (policy: IConstruct, data: DataStack): void => {
  const name = imported.parse(data.resolve(data.exportValue(data.auditBucket.bucketArn)))['Fn::ImportValue'];
  explain(policy, 'DynamoDB names the objects of an export; the prefix is as narrow as it gets.', [
    `AwsSolutions-IAM5[Resource::${name}/changes/*]`,
  ]);
};
