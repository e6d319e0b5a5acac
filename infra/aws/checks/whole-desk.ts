import { controlTower } from './explain.ts';

type Answer = { readonly reason: string; readonly ids: readonly string[] };

const inAnotherStack =
  'The rule sees no further than its own template, and the key or bucket is imported from the stack Data; ' +
  'infra/aws/desk.test.ts asserts what the rule asks for.';

/** Findings that are answered for the whole desk at once. */
export const wholeDesk: readonly Answer[] = [
  {
    reason:
      'Functions speak to DynamoDB, Step Functions and KMS only, over TLS and signed; a VPC would add gateways to ' +
      'pay and to mend, and no protection.',
    ids: ['NIST.800.53.R5-LambdaInsideVPC', controlTower('lambda_inside_vpc_check')],
  },
  {
    reason:
      'Functions are called synchronously, by a machine, the gateway or a schedule; what a schedule cannot deliver ' +
      'goes to its own dead-letter queue.',
    ids: ['NIST.800.53.R5-LambdaDLQ'],
  },
  {
    reason:
      'Reserved concurrency is taken out of the account’s pool; it is set where it guards something (public ' +
      'operations, the sweeper).',
    ids: ['NIST.800.53.R5-LambdaConcurrency'],
  },
  {
    reason: inAnotherStack,
    ids: [
      'cloudwatch_log_group_encrypted_check',
      's3_bucket_logging_enabled_check',
      'sqs_queue_encrypted_check',
      'cloudfront_access_logs_enabled_check',
    ].map(controlTower),
  },
  {
    reason: 'Nothing acts on new objects; nobody would hear the event.',
    ids: [controlTower('s3_event_notifications_enabled_check')],
  },
  {
    reason:
      'The table is what must survive a region, and AWS Backup keeps it; objects are copies (audit) or built again ' +
      '(pages). Data of citizens does not leave its region by itself.',
    ids: ['NIST.800.53.R5-S3BucketReplicationEnabled'],
  },
];
