import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { Effect, PolicyStatement, ServicePrincipal, StarPrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { type Bucket, ObjectLockRetention } from 'aws-cdk-lib/aws-s3';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { AccessLogBucket } from '../constructs/access-log-bucket.ts';
import { DeskBucket } from '../constructs/desk-bucket.ts';
import { DeskKey } from '../constructs/desk-key.ts';
import { LogKey } from '../constructs/log-key.ts';
import { DeskTable } from '../constructs/desk-table.ts';
import { TableBackup } from '../constructs/table-backup.ts';
import { tableNameOf } from '../names.ts';
import type { Settings } from '../settings.ts';

const daysOfYear = 366;

/** What must outlive every deployment: the table, the buckets, the keys. Nothing here is deleted with the stack. */
export class DataStack extends Stack {
  /** Encrypts the table, the audit and the messages. */
  readonly dataKey: IKey;
  /** Encrypts log groups and what the machines carry. */
  readonly logKey: IKey;
  /** Encrypts the data keys that seal personal fields; no person and no service has a use for it but the functions. */
  readonly fieldKey: IKey;
  readonly table: DeskTable;
  readonly auditBucket: Bucket;
  readonly accessLogs: Bucket;
  /** Who is told of alarms. It is here because their address has to be confirmed once, by hand. */
  readonly onCall: Topic;

  constructor(scope: Construct, id: string, settings: Settings, props: StackProps) {
    super(scope, id, { ...props, terminationProtection: true });
    this.dataKey = new DeskKey(this, 'DataKey', {
      description: 'Subsidy desk: table, audit, messages',
    });
    this.fieldKey = new DeskKey(this, 'FieldKey', {
      description: 'Subsidy desk: the data keys that seal personal fields',
    });
    this.logKey = new LogKey(this, 'LogKey', { description: 'Subsidy desk: logs and executions' });
    this.table = new DeskTable(this, 'Table', { tableName: tableNameOf(settings), key: this.dataKey });
    new TableBackup(this, 'Backup', { table: this.table, key: this.dataKey });
    this.accessLogs = new AccessLogBucket(this, 'AccessLogs', { keepDays: settings.logRetentionDays });
    this.auditBucket = new DeskBucket(this, 'Audit', {
      key: this.dataKey,
      accessLogs: this.accessLogs,
      logPrefix: 'audit',
      objectLockDefaultRetention: ObjectLockRetention.compliance(
        Duration.days(settings.auditYears * daysOfYear),
      ),
    });
    this.denyShorterRetention(this.auditBucket, settings.auditYears * 365);
    this.onCall = this.topicOfThoseOnCall(settings);
  }

  private topicOfThoseOnCall({ alarmEmail }: Settings): Topic {
    const topic = new Topic(this, 'OnCall', { masterKey: this.dataKey, enforceSSL: true });
    topic.addSubscription(new EmailSubscription(alarmEmail));
    // CloudWatch publishes to an encrypted topic only if it may use the key.
    this.dataKey.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    );
    return topic;
  }

  /** The default retention is for those who say nothing; this is for those who would say less. */
  private denyShorterRetention(bucket: Bucket, days: number): void {
    bucket.addToResourcePolicy(
      new PolicyStatement({
        effect: Effect.DENY,
        principals: [new StarPrincipal()],
        actions: ['s3:PutObjectRetention'],
        resources: [bucket.arnForObjects('*')],
        conditions: { NumericLessThan: { 's3:object-lock-remaining-retention-days': String(days) } },
      }),
    );
  }
}
