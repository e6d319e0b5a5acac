import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { BackupPlan, BackupPlanRule, BackupResource, BackupVault } from 'aws-cdk-lib/aws-backup';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { ManagedPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Schedule } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';

type Props = { readonly table: Table; readonly key: IKey };

/** At night in Asia/Shanghai (UTC+8). */
const nightly = Schedule.cron({ minute: '0', hour: '18' });
const monthly = Schedule.cron({ minute: '0', hour: '19', day: '1' });

/**
 * Copies of the table beside its point-in-time recovery, which ends after 35 days: each night for 35 days, each month
 * for seven years. Nobody can delete one before it is a week old.
 */
export class TableBackup extends Construct {
  constructor(scope: Construct, id: string, { table, key }: Props) {
    super(scope, id);
    const backupVault = new BackupVault(this, 'Vault', {
      encryptionKey: key,
      removalPolicy: RemovalPolicy.RETAIN,
      lockConfiguration: { minRetention: Duration.days(7) },
    });
    const plan = new BackupPlan(this, 'Plan', {
      backupVault,
      backupPlanRules: [
        new BackupPlanRule({
          ruleName: 'nightly',
          scheduleExpression: nightly,
          deleteAfter: Duration.days(35),
        }),
        new BackupPlanRule({
          ruleName: 'monthly',
          scheduleExpression: monthly,
          moveToColdStorageAfter: Duration.days(30),
          deleteAfter: Duration.days(7 * 366),
        }),
      ],
    });
    plan.addSelection('Table', {
      resources: [BackupResource.fromDynamoDbTable(table)],
      role: this.roleFor(table, key),
      disableDefaultBackupPolicy: true,
    });
  }

  private roleFor(table: Table, key: IKey): Role {
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('backup.amazonaws.com') });
    role.addManagedPolicy(
      new ManagedPolicy(this, 'May', {
        description: 'What AWS Backup may do for the desk: copy its table',
        statements: [
          new PolicyStatement({
            actions: [
              'dynamodb:DescribeTable',
              'dynamodb:CreateBackup',
              'dynamodb:StartAwsBackupJob',
              'dynamodb:ListTagsOfResource',
            ],
            resources: [table.tableArn],
          }),
          new PolicyStatement({
            actions: ['kms:Decrypt', 'kms:GenerateDataKey', 'kms:DescribeKey'],
            resources: [key.keyArn],
          }),
        ],
      }),
    );
    return role;
  }
}
