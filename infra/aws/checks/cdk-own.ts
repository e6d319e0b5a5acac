import { CfnResource, DefaultStackSynthesizer, type Stack } from 'aws-cdk-lib';
import { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { BucketDeployment } from 'aws-cdk-lib/aws-s3-deployment';
import { explain } from './explain.ts';

const reason =
  'A helper of the CDK’s own, whose code and role we do not write; it runs during a deployment only.';

const actions = ['s3:GetBucket*', 's3:GetObject*', 's3:List*', 's3:DeleteObject*', 's3:Abort*'];

const logicalId = (stack: Stack, { node }: Bucket): string =>
  node.defaultChild instanceof CfnResource ? stack.getLogicalId(node.defaultChild) : '';

/** The function that puts the pages into their bucket. */
export const explainDeployment = (stack: Stack, deployment: BucketDeployment, pages: Bucket): void => {
  const { partition, account, region } = stack;
  const assets = `arn:${partition}:s3:::cdk-${DefaultStackSynthesizer.DEFAULT_QUALIFIER}-assets-${account}-${region}/*`;
  const resources = ['*', assets, `<${logicalId(stack, pages)}.Arn>/*`];
  const findings = [
    'AwsSolutions-L1',
    'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
    ...actions.map((action) => `AwsSolutions-IAM5[Action::${action}]`),
    ...resources.map((resource) => `AwsSolutions-IAM5[Resource::${resource}]`),
    'NIST.800.53.R5-IAMNoInlinePolicy',
  ];
  const singletons = stack.node.children.filter(({ node }) => node.id.startsWith('Custom::'));
  for (const each of [deployment, ...singletons]) explain(each, reason, findings);
  // cfn-lint: the role is named twice.
  for (const { node } of singletons)
    if (node.defaultChild instanceof CfnFunction) node.defaultChild.addDeletionOverride('DependsOn');
};
