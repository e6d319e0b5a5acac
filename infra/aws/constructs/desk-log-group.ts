import { RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

export type LogSettings = { readonly key: IKey; readonly keepDays: RetentionDays };

/** Encrypted, kept for as long as was decided, and kept when its stack goes: the last lines are those one needs. */
export class DeskLogGroup extends LogGroup {
  constructor(scope: Construct, id: string, { key, keepDays }: LogSettings) {
    super(scope, id, {
      encryptionKey: key,
      retention: keepDays,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}
