import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { ComparisonOperator, MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { CostWatch } from '../constructs/cost-watch.ts';
import { DeskAlarm, type Alarms } from '../constructs/desk-alarm.ts';
import { tableOperations } from '../constructs/desk-table.ts';
import { FindingAlarms } from '../constructs/finding-alarms.ts';
import { OperationsRoom } from '../constructs/operations-room.ts';
import type { Ground } from '../ground.ts';
import type { ApiStack } from './api-stack.ts';
import type { WorkStack } from './work-stack.ts';

type Props = StackProps & { readonly work: WorkStack; readonly api: ApiStack };

const minutes = (count: number) => ({ period: Duration.minutes(count) });

/** Alarms over the whole, and the dashboard of the operations room. A function’s own alarm stands with the function. */
export class WatchStack extends Stack {
  private readonly alarms: Alarms;

  constructor(scope: Construct, id: string, { settings, data }: Ground, { work, api, ...props }: Props) {
    super(scope, id, props);
    this.alarms = { topic: data.onCall };
    for (const [name, machine] of work.machines) this.watchMachine(name, machine);
    this.watchTable(data.table);
    this.watchApi(api);
    this.watchSchedules(work);
    const [sweeper, reconciler] = [
      work.functions.get('SweepOutbox'),
      work.functions.get('ReconcileDivision'),
    ];
    if (sweeper && reconciler)
      new FindingAlarms(this, 'Findings', {
        alarms: this.alarms,
        stage: settings.stage,
        sweeper,
        reconciler,
      });
    new CostWatch(this, 'Cost', {
      settings,
      alarms: this.alarms,
      table: data.table,
      machines: work.machines,
    });
    new OperationsRoom(this, 'Room', { settings, data, work, api });
  }

  private alarm(id: string, props: ConstructorParameters<typeof DeskAlarm>[3]): void {
    new DeskAlarm(this, id, this.alarms, props);
  }

  private watchMachine(name: string, machine: StateMachine): void {
    this.alarm(`${name}-failed`, {
      metric: machine.metricFailed(minutes(5)),
      threshold: 1,
      whenItFails: `A run of the machine ${name} failed: its claim stands still, with its keys and its money as they were.`,
      runbook: 'execution-failed',
    });
    this.alarm(`${name}-aborted`, {
      metric: machine.metricAborted(minutes(5)),
      threshold: 1,
      whenItFails: `Somebody stopped a run of the machine ${name} by hand: its claim stands still.`,
      runbook: 'execution-failed',
    });
    this.alarm(`${name}-timed-out`, {
      metric: machine.metricTimedOut(minutes(5)),
      threshold: 1,
      whenItFails: `A run of the machine ${name} reached its time limit: its claim has waited for longer than anything may.`,
      runbook: 'execution-failed',
    });
    this.alarm(`${name}-throttled`, {
      metric: machine.metricThrottled(minutes(5)),
      threshold: 10,
      whenItFails: `Step Functions slows the machine ${name} down: claims move later than people expect.`,
      runbook: 'throttled',
    });
  }

  private watchTable(table: Ground['data']['table']): void {
    const operations = [...tableOperations];
    this.alarm('table-throttled', {
      metric: table.metricThrottledRequestsForOperations({ operations, ...minutes(5) }),
      threshold: 10,
      whenItFails: 'DynamoDB turns requests away: decisions fail with “try again” and claims move late.',
      runbook: 'throttled',
    });
    this.alarm('table-failing', {
      metric: table.metricSystemErrorsForOperations({ operations, ...minutes(5) }),
      threshold: 5,
      whenItFails: 'DynamoDB fails: nobody can file, decide or pay until it is back.',
      runbook: 'table-failing',
    });
    this.alarm('table-contended', {
      metric: new Metric({
        namespace: 'AWS/DynamoDB',
        metricName: 'TransactionConflict',
        dimensionsMap: { TableName: table.tableName },
        statistic: Stats.SUM,
        ...minutes(5),
      }),
      threshold: 300,
      periods: 3,
      whenItFails:
        'Many decisions meet on one fund or queue: approvers wait, and some are told to try again.',
      runbook: 'throttled',
    });
  }

  private watchApi({ api, stage }: ApiStack): void {
    this.alarm('api-failing', {
      metric: api.metricServerError({ ...minutes(5), statistic: Stats.SUM }),
      threshold: 5,
      whenItFails: 'The desk answers with errors of its own: people cannot file or decide.',
      runbook: 'api-failing',
    });
    this.alarm('api-slow', {
      metric: stage.metricLatency({ ...minutes(5), statistic: Stats.p(99) }),
      threshold: 3000,
      periods: 3,
      whenItFails: 'One answer in a hundred takes longer than three seconds: the counter queues.',
      runbook: 'api-failing',
    });
    this.alarm('api-refused', {
      metric: new MathExpression({
        expression: '100 * refused / MAX([asked, 100])',
        usingMetrics: {
          refused: api.metricClientError({ ...minutes(15), statistic: Stats.SUM }),
          asked: api.metricCount({ ...minutes(15), statistic: Stats.SUM }),
        },
        label: 'refused, %',
        ...minutes(15),
      }),
      threshold: 40,
      periods: 2,
      whenItFails:
        'Two requests in five are refused: sign-in may be broken, or somebody is trying the doors.',
      runbook: 'api-failing',
    });
  }

  private watchSchedules({ deadLetters, schedules, functions }: WorkStack): void {
    this.alarm('dead-letters', {
      metric: deadLetters.metricApproximateNumberOfMessagesVisible(minutes(5)),
      threshold: 1,
      whenItFails:
        'A schedule could not make its call: lost calls are not repeated, or the books are not compared.',
      runbook: 'dead-letters',
    });
    this.alarm('schedules-failing', {
      metric: schedules.metricTargetErrors(minutes(15)),
      threshold: 3,
      whenItFails: 'Schedules fail at their target: the sweeper or the reconciliation does not run.',
      runbook: 'dead-letters',
    });
    const sweeper = functions.get('SweepOutbox');
    if (sweeper)
      this.alarm('sweeper-silent', {
        metric: sweeper.metricInvocations({ ...minutes(15), statistic: Stats.SUM }),
        threshold: 1,
        comparison: ComparisonOperator.LESS_THAN_THRESHOLD,
        silence: 'ALARM',
        whenItFails: 'The sweeper has not run for a quarter of an hour: a lost call stands still for good.',
        runbook: 'dead-letters',
      });
  }
}
