import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { controlTower, explain } from '../checks/explain.ts';

/** Where requests for the other buckets' objects are recorded. S3 delivers to no bucket with a KMS key of ours. */
export class AccessLogBucket extends Bucket {
  constructor(scope: Construct, id: string, { keepDays }: { readonly keepDays: number }) {
    super(scope, id, {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      removalPolicy: RemovalPolicy.RETAIN,
      lifecycleRules: [
        { expiration: Duration.days(keepDays), noncurrentVersionExpiration: Duration.days(30) },
      ],
    });
    explain(
      this,
      'It holds the other buckets’ request records; a record of its own requests would never end.',
      ['AwsSolutions-S1', 'NIST.800.53.R5-S3BucketLoggingEnabled'],
    );
    explain(
      this,
      'S3 delivers request records only to a bucket with its own encryption (SSE-S3), and without a lock.',
      [
        'NIST.800.53.R5-S3DefaultEncryptionKMS',
        controlTower('s3_bucket_default_encryption_kms_check'),
        controlTower('s3_bucket_object_lock_enabled_check'),
      ],
    );
  }
}
