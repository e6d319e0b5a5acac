import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  ObjectOwnership,
  type BucketProps,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { asBucket } from './as-interface.ts';

type Props = Pick<BucketProps, 'objectLockDefaultRetention' | 'lifecycleRules'> & {
  readonly key: IKey;
  /** Where requests for its objects are recorded. */
  readonly accessLogs: Bucket;
  readonly logPrefix: string;
};

/** Private, encrypted with our key, TLS only, versioned, its requests recorded, and kept when its stack goes. */
export class DeskBucket extends Bucket {
  constructor(scope: Construct, id: string, { key, accessLogs, logPrefix, ...more }: Props) {
    super(scope, id, {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.KMS,
      encryptionKey: key,
      bucketKeyEnabled: true,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      serverAccessLogsBucket: asBucket(accessLogs),
      serverAccessLogsPrefix: `${logPrefix}/`,
      removalPolicy: RemovalPolicy.RETAIN,
      ...more,
      lifecycleRules: [
        { abortIncompleteMultipartUploadAfter: Duration.days(7) },
        ...(more.lifecycleRules ?? []),
      ],
      ...(more.objectLockDefaultRetention && { objectLockEnabled: true }),
    });
  }
}
