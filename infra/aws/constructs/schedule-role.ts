import { ManagedPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { IStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';

type Props = {
  readonly functions: readonly IFunction[];
  readonly machines: readonly IStateMachine[];
  readonly deadLetters: IQueue;
  readonly key: IKey;
};

/** What the schedules may do: make their calls, and put away those they could not make. */
export class ScheduleRole extends Construct {
  readonly role: Role;

  constructor(scope: Construct, id: string, { functions, machines, deadLetters, key }: Props) {
    super(scope, id);
    this.role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    });
    this.role.addManagedPolicy(
      new ManagedPolicy(this, 'May', {
        description: 'What the schedules of the desk may do',
        statements: [
          new PolicyStatement({
            actions: ['lambda:InvokeFunction'],
            resources: functions.map(({ functionArn }) => functionArn),
          }),
          ...(machines.length > 0
            ? [
                new PolicyStatement({
                  actions: ['states:StartExecution'],
                  resources: machines.map(({ stateMachineArn }) => stateMachineArn),
                }),
              ]
            : []),
          new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [deadLetters.queueArn] }),
          new PolicyStatement({ actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [key.keyArn] }),
        ],
      }),
    );
  }
}
