import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { asBucket } from './as-interface.ts';
import { controlTower, explain } from '../checks/explain.ts';

type Props = { readonly accessLogs: Bucket };

/** What `web/` builds: private, and read by the distribution only. It can be built again, so it goes with its stack. */
export class WebBucket extends Bucket {
  constructor(scope: Construct, id: string, { accessLogs }: Props) {
    super(scope, id, {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      serverAccessLogsBucket: asBucket(accessLogs),
      serverAccessLogsPrefix: 'web/',
      removalPolicy: RemovalPolicy.RETAIN,
      lifecycleRules: [
        {
          abortIncompleteMultipartUploadAfter: Duration.days(7),
          noncurrentVersionExpiration: Duration.days(90),
        },
      ],
    });
    explain(
      this,
      'Its pages are public, and built again with every deployment; in China CloudFront cannot use a KMS key.',
      [
        'NIST.800.53.R5-S3DefaultEncryptionKMS',
        controlTower('s3_bucket_default_encryption_kms_check'),
        controlTower('s3_bucket_object_lock_enabled_check'),
      ],
    );
  }
}
