import { Duration } from 'aws-cdk-lib';
import { Effect, ManagedPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  type Architecture,
  CfnFunction,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { explain } from '../checks/explain.ts';
import { DeskLogGroup, type LogSettings } from './desk-log-group.ts';
import { DeskAlarm, type Alarms } from './desk-alarm.ts';

/** What every function of a deployment has in common. */
export type FunctionDefaults = {
  readonly architecture: Architecture;
  readonly logs: LogSettings;
  readonly environment: Readonly<Record<string, string>>;
  readonly alarms: Alarms;
  /** The folder of a function's bundle. */
  readonly bundleOf: (name: string) => string;
};

type Props = {
  readonly name: string;
  readonly statements: readonly PolicyStatement[];
  /** The sentence the person on call will read. */
  readonly whenItFails: string;
  readonly timeoutSeconds?: number;
  readonly memoryMb?: number;
  /** Only where it guards something: it is taken out of what the account has. */
  readonly reservedConcurrency?: number;
  readonly environment?: Readonly<Record<string, string>>;
};

/** X-Ray takes segments for no resource but “*”: there is nothing to narrow it to. */
const mayTrace = () =>
  new PolicyStatement({
    sid: 'Trace',
    actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
    resources: ['*'],
  });

/** The CDK names the role a second time, for policies that come after it; ours are the role's own. */
const dropDependsOn = ({ node }: LambdaFunction): void => {
  if (node.defaultChild instanceof CfnFunction) node.defaultChild.addDeletionOverride('DependsOn');
};

/** A Lambda function with our defaults, a role that may do what its code does, a log group and an alarm. */
export class DeskFunction extends Construct {
  readonly lambda: LambdaFunction;
  readonly policy: ManagedPolicy;

  constructor(scope: Construct, id: string, defaults: FunctionDefaults, props: Props) {
    super(scope, id);
    const { logs, architecture, environment, bundleOf, alarms } = defaults;
    const logGroup = new DeskLogGroup(this, 'Logs', logs);
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    this.policy = new ManagedPolicy(this, 'May', {
      description: `What ${props.name} may do: what its code does (infra/aws/access/permissions.json)`,
      statements: [
        new PolicyStatement({
          sid: 'Log',
          effect: Effect.ALLOW,
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          resources: [logGroup.logGroupArn],
        }),
        mayTrace(),
        ...props.statements,
      ],
    });
    role.addManagedPolicy(this.policy);
    this.lambda = new LambdaFunction(this, 'Function', {
      description: `Subsidy desk: ${props.name}`,
      runtime: Runtime.NODEJS_24_X,
      architecture,
      code: Code.fromAsset(bundleOf(props.name)),
      handler: 'index.handler',
      // Below the time-out of the state or of the gateway, so that a slow call is reported as what it is.
      timeout: Duration.seconds(props.timeoutSeconds ?? 25),
      memorySize: props.memoryMb ?? 512,
      tracing: Tracing.ACTIVE,
      loggingFormat: LoggingFormat.JSON,
      logGroup,
      role: role.withoutPolicyUpdates(),
      ...(props.reservedConcurrency !== undefined && {
        reservedConcurrentExecutions: props.reservedConcurrency,
      }),
      environment: { ...environment, ...props.environment },
    });
    dropDependsOn(this.lambda);
    new DeskAlarm(this, 'Failing', alarms, {
      metric: this.lambda.metricErrors({ period: Duration.minutes(5) }),
      threshold: 1,
      whenItFails: props.whenItFails,
      runbook: 'function-failing',
    });
    explain(this.policy, 'X-Ray takes segments for no resource but “*”.', ['AwsSolutions-IAM5[Resource::*]']);
  }
}
