import { Duration } from 'aws-cdk-lib';
import { Effect, ManagedPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  CfnStateMachine,
  CustomerManagedEncryptionConfiguration,
  DefinitionBody,
  LogLevel,
  StateMachine,
  StateMachineType,
} from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { explain } from '../checks/explain.ts';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { DeskLogGroup, type LogSettings } from './desk-log-group.ts';

type Props = {
  readonly name: string;
  /** The text of the `.asl.json` file, with its `${CheckApplicationArn}`. */
  readonly definition: string;
  readonly functionOf: (name: string) => IFunction;
  readonly key: IKey;
  readonly logs: LogSettings;
};

/** The functions a definition names. */
export const functionsIn = (definition: string): string[] => [
  ...new Set(
    [...definition.matchAll(/\$\{(\w+)Arn\}/g)].flatMap(([, name]) => (name === undefined ? [] : [name])),
  ),
];

/**
 * cfn-lint takes a time-out by expression for an error, which JSONata allows; and the CDK names the role a second time.
 */
const cleanForLint = ({ node }: StateMachine): void => {
  if (!(node.defaultChild instanceof CfnStateMachine)) return;
  node.defaultChild.addMetadata('cfn-lint', { config: { ignore_checks: ['E3601'] } });
  node.defaultChild.addDeletionOverride('DependsOn');
};

/** A machine from the same file the engine runs; it may call the functions its file names, and no other. */
export class DeskMachine extends Construct {
  readonly machine: StateMachine;

  constructor(scope: Construct, id: string, { name, definition, functionOf, key, logs }: Props) {
    super(scope, id);
    const named = functionsIn(definition).map((each) => [each, functionOf(each).functionArn] as const);
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('states.amazonaws.com') });
    const policy = new ManagedPolicy(this, 'May', {
      description: `What the machine ${name} may do: call its functions`,
      statements: [
        new PolicyStatement({
          sid: 'Call',
          effect: Effect.ALLOW,
          actions: ['lambda:InvokeFunction'],
          resources: named.map(([, arn]) => arn),
        }),
        new PolicyStatement({
          sid: 'TraceAndDeliverLogs',
          actions: [
            'xray:PutTraceSegments',
            'xray:PutTelemetryRecords',
            'xray:GetSamplingRules',
            'xray:GetSamplingTargets',
            'logs:CreateLogDelivery',
            'logs:GetLogDelivery',
            'logs:UpdateLogDelivery',
            'logs:DeleteLogDelivery',
            'logs:ListLogDeliveries',
            'logs:PutResourcePolicy',
            'logs:DescribeResourcePolicies',
            'logs:DescribeLogGroups',
          ],
          resources: ['*'],
        }),
        new PolicyStatement({
          sid: 'Key',
          actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
          resources: [key.keyArn],
        }),
      ],
    });
    role.addManagedPolicy(policy);
    this.machine = new StateMachine(this, 'Machine', {
      stateMachineName: name,
      stateMachineType: StateMachineType.STANDARD,
      definitionBody: DefinitionBody.fromString(definition),
      definitionSubstitutions: Object.fromEntries(named.map(([each, arn]) => [`${each}Arn`, arn])),
      role: role.withoutPolicyUpdates(),
      tracingEnabled: true,
      encryptionConfiguration: new CustomerManagedEncryptionConfiguration(key, Duration.minutes(5)),
      logs: {
        destination: new DeskLogGroup(this, 'Logs', logs),
        level: LogLevel.ALL,
        // Inputs and outputs hold ids only, and tokens: they are not for logs.
        includeExecutionData: false,
      },
    });
    cleanForLint(this.machine);
    explain(
      policy,
      'X-Ray and the delivery of logs know no narrower resource (Step Functions developer guide, “logging”).',
      ['AwsSolutions-IAM5[Resource::*]'],
    );
  }
}
