import { ArnFormat, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { CfnLoggingConfiguration, CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import { LogKey } from '../constructs/log-key.ts';
import { keepDays } from '../ground.ts';
import type { Settings } from '../settings.ts';

/** Requests of one address in five minutes. A county's office may stand behind one address. */
const mostRequests = 2000;

const visible = (metricName: string) => ({
  cloudWatchMetricsEnabled: true,
  // Samples would hold whole requests.
  sampledRequestsEnabled: false,
  metricName,
});

const managed = (name: string, priority: number) => ({
  name,
  priority,
  overrideAction: { none: {} },
  statement: { managedRuleGroupStatement: { vendorName: 'AWS', name } },
  visibilityConfig: visible(name),
});

/** The web ACL before CloudFront; it can live in us-east-1 only. */
export class EdgeStack extends Stack {
  readonly webAclArn: string;

  constructor(scope: Construct, id: string, settings: Settings, props: StackProps) {
    super(scope, id, props);
    const acl = new CfnWebACL(this, 'Firewall', {
      name: `subsidy-desk-${settings.stage}`,
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: visible('SubsidyDesk'),
      rules: [
        {
          name: 'TooMany',
          priority: 0,
          action: { block: {} },
          statement: {
            rateBasedStatement: { limit: mostRequests, aggregateKeyType: 'IP', evaluationWindowSec: 300 },
          },
          visibilityConfig: visible('TooMany'),
        },
        managed('AWSManagedRulesAmazonIpReputationList', 1),
        managed('AWSManagedRulesKnownBadInputsRuleSet', 2),
      ],
    });
    this.webAclArn = acl.attrArn;
    this.logWithoutSecrets(acl, settings);
  }

  /** Tokens, and queries that may hold a name, are left out of what is kept. */
  private logWithoutSecrets(acl: CfnWebACL, settings: Settings): void {
    const group = new LogGroup(this, 'Logs', {
      // WAF delivers to groups of this prefix only.
      logGroupName: `aws-waf-logs-subsidy-desk-${settings.stage}`,
      encryptionKey: new LogKey(this, 'LogKey', { description: 'Subsidy desk: what the firewall saw' }),
      retention: keepDays(settings),
      removalPolicy: RemovalPolicy.RETAIN,
    });
    new CfnLoggingConfiguration(this, 'Logging', {
      resourceArn: acl.attrArn,
      logDestinationConfigs: [
        this.formatArn({
          service: 'logs',
          resource: 'log-group',
          resourceName: group.logGroupName,
          arnFormat: ArnFormat.COLON_RESOURCE_NAME,
        }),
      ],
      redactedFields: [{ singleHeader: { Name: 'authorization' } }, { queryString: {} }],
    });
  }
}
