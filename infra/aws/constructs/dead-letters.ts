import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { controlTower, explain } from '../checks/explain.ts';

/** Calls that a schedule could not make, for two weeks; an alarm goes off at the first. */
export class DeadLetters extends Queue {
  constructor(scope: Construct, id: string, { key }: { readonly key: IKey }) {
    super(scope, id, {
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: key,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      removalPolicy: RemovalPolicy.DESTROY,
    });
    explain(this, 'It is the dead-letter queue itself.', [
      'AwsSolutions-SQS3',
      controlTower('sqs_dlq_check'),
    ]);
  }
}
