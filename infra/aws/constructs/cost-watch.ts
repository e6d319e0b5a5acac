import { Duration } from 'aws-cdk-lib';
import { CfnAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { CfnAnomalyMonitor, CfnAnomalySubscription } from 'aws-cdk-lib/aws-ce';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { Settings } from '../settings.ts';
import { type Alarms, runbookPath } from './desk-alarm.ts';

type Props = {
  readonly settings: Settings;
  readonly alarms: Alarms;
  readonly table: Table;
  readonly machines: ReadonlyMap<string, StateMachine>;
};

type Used = {
  readonly namespace: string;
  readonly metricName: string;
  readonly dimensions: readonly { readonly name: string; readonly value: string }[];
};

const band = 4;

/**
 * What costs money, against what it was in the weeks before: works in every partition. Where AWS sells its own
 * (Cost Anomaly Detection, Budgets: not in China) these are set too, for they see the bill itself.
 */
export class CostWatch extends Construct {
  constructor(scope: Construct, id: string, { settings, alarms, table, machines }: Props) {
    super(scope, id);
    this.watch('Writes', alarms, {
      namespace: 'AWS/DynamoDB',
      metricName: 'ConsumedWriteCapacityUnits',
      dimensions: [{ name: 'TableName', value: table.tableName }],
    });
    for (const [name, machine] of machines)
      this.watch(`Starts-${name}`, alarms, {
        namespace: 'AWS/States',
        metricName: 'ExecutionsStarted',
        dimensions: [{ name: 'StateMachineArn', value: machine.stateMachineArn }],
      });
    if (settings.partition === 'aws') this.watchTheBill(settings);
  }

  /** Above the band that CloudWatch has learnt for this hour of the week. */
  private watch(id: string, { topic }: Alarms, { namespace, metricName, dimensions }: Used): void {
    new CfnAlarm(this, id, {
      alarmDescription:
        `Far more is used than at this hour of other weeks (${metricName}): a loop, an attack, or a month’s end; ` +
        `money is spent. Runbook: ${runbookPath('cost-anomaly')}`,
      comparisonOperator: 'GreaterThanUpperThreshold',
      evaluationPeriods: 3,
      thresholdMetricId: 'band',
      treatMissingData: 'notBreaching',
      actionsEnabled: true,
      alarmActions: [topic.topicArn],
      okActions: [topic.topicArn],
      metrics: [
        {
          id: 'band',
          expression: `ANOMALY_DETECTION_BAND(used, ${band})`,
          label: 'expected',
          returnData: true,
        },
        {
          id: 'used',
          returnData: true,
          metricStat: {
            metric: { namespace, metricName, dimensions: [...dimensions] },
            period: Duration.hours(1).toSeconds(),
            stat: 'Sum',
          },
        },
      ],
    });
  }

  private watchTheBill({ stage, alarmEmail, monthlyBudgetUsd }: Settings): void {
    const monitor = new CfnAnomalyMonitor(this, 'Anomalies', {
      monitorName: `subsidy-desk-${stage}`,
      monitorType: 'CUSTOM',
      monitorSpecification: JSON.stringify({ Tags: { Key: 'desk', Values: [stage] } }),
    });
    new CfnAnomalySubscription(this, 'AnomalyMail', {
      subscriptionName: `subsidy-desk-${stage}`,
      frequency: 'DAILY',
      monitorArnList: [monitor.attrMonitorArn],
      subscribers: [{ type: 'EMAIL', address: alarmEmail }],
      thresholdExpression: JSON.stringify({
        Dimensions: {
          Key: 'ANOMALY_TOTAL_IMPACT_ABSOLUTE',
          MatchOptions: ['GREATER_THAN_OR_EQUAL'],
          Values: ['20'],
        },
      }),
    });
    new CfnBudget(this, 'Budget', {
      budget: {
        budgetName: `subsidy-desk-${stage}`,
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: monthlyBudgetUsd, unit: 'USD' },
        costFilters: { TagKeyValue: [`user:desk$${stage}`] },
      },
      notificationsWithSubscribers: [
        {
          notification: {
            notificationType: 'FORECASTED',
            comparisonOperator: 'GREATER_THAN',
            threshold: 100,
          },
          subscribers: [{ subscriptionType: 'EMAIL', address: alarmEmail }],
        },
      ],
    });
  }
}
