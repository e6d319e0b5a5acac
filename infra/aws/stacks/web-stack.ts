import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import type { Construct } from 'constructs';
import { operations } from '../../../functions/contracts/api/operations.ts';
import { pagePolicy } from '../../page-policy.ts';
import { explainDeployment } from '../checks/cdk-own.ts';
import { WebBucket } from '../constructs/web-bucket.ts';
import { WebDistribution } from '../constructs/web-distribution.ts';
import { asBucket } from '../constructs/as-interface.ts';
import { DeskLogGroup } from '../constructs/desk-log-group.ts';
import { type Ground, keepDays } from '../ground.ts';

const web = new URL('../../../web/', import.meta.url);

const apiRoots = [...new Set(operations.map(({ path }) => path.split('/')[1] ?? ''))].sort();

type Props = StackProps & { readonly api: HttpApi; readonly webAclArn?: string | undefined };

/** The pages, and (but for web=bucket) the one door in front of pages and API. */
export class WebStack extends Stack {
  constructor(scope: Construct, id: string, { settings, data }: Ground, { api, webAclArn, ...props }: Props) {
    super(scope, id, props);
    const pages = new WebBucket(this, 'Pages', { accessLogs: data.accessLogs });
    const distribution =
      settings.web === 'cloudfront'
        ? new WebDistribution(this, 'Door', {
            settings,
            pages,
            accessLogs: data.accessLogs,
            api,
            apiRoots,
            contentSecurityPolicy: pagePolicy(readFileSync(new URL('index.html', web), 'utf8')),
            webAclArn,
          }).distribution
        : undefined;
    const deployment = new BucketDeployment(this, 'Put', {
      sources: [Source.asset(fileURLToPath(web))],
      destinationBucket: asBucket(pages),
      logGroup: new DeskLogGroup(this, 'PutLogs', { key: data.logKey, keepDays: keepDays(settings) }),
      cacheControl: [CacheControl.fromString('public, max-age=300')],
      ...(distribution && { distribution, distributionPaths: ['/*'] }),
    });
    explainDeployment(this, deployment, pages);
    new CfnOutput(this, 'Address', {
      value: distribution ? `https://${settings.domainName ?? distribution.domainName}` : api.apiEndpoint,
      description: 'Where the desk is',
    });
  }
}
