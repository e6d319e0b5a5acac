import { Duration } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { DeskAlarm, type Alarms } from './desk-alarm.ts';

type Props = {
  readonly alarms: Alarms;
  readonly stage: string;
  readonly sweeper: LambdaFunction;
  readonly reconciler: LambdaFunction;
};

type Finding = {
  readonly name: string;
  /** Codes of findings (contracts/reconciliation.ts) that one runbook answers. */
  readonly codes: readonly string[];
  readonly threshold: number;
  readonly whenItFails: string;
  readonly runbook: string;
};

/** What the night's reconciliation says, a line to a kind and county. */
const findings: readonly Finding[] = [
  {
    name: 'books-differ',
    codes: ['FUND_ARITHMETIC', 'FUND_MISSING', 'RESERVED_DIFFERS', 'PAYOUT_DIFFERS'],
    threshold: 1,
    whenItFails:
      'The books of a county say different things about money: find out why before anything more is approved there.',
    runbook: 'books-differ',
  },
  {
    name: 'stuck',
    codes: ['WAIT_ROW_DIFFERS', 'NOTICE_PAST_END'],
    threshold: 1,
    whenItFails:
      'A claim is in one state past its limit, or waits for a row that is not open: nobody will move it by themselves.',
    runbook: 'stuck-execution',
  },
  {
    name: 'queue-past-due',
    codes: ['TASK_PAST_DUE'],
    threshold: 50,
    whenItFails: 'Many tasks of a county are past their day: people wait for a verifier or an approver.',
    runbook: 'work-late',
  },
  {
    name: 'payouts-open-too-long',
    codes: ['PAYOUT_PAST_DUE'],
    threshold: 20,
    whenItFails:
      'Payouts of a county have been open for longer than they may: people wait for approved money.',
    runbook: 'work-late',
  },
];

const namespace = 'SubsidyDesk';

/** Alarms on what the desk itself finds and says in its log. */
export class FindingAlarms extends Construct {
  constructor(scope: Construct, id: string, { alarms, stage, sweeper, reconciler }: Props) {
    super(scope, id);
    const metricOf = (name: string) =>
      new Metric({
        namespace,
        metricName: `${stage}-${name}`,
        statistic: Stats.SUM,
        period: Duration.hours(1),
      });
    new MetricFilter(this, 'OutboxOld', {
      logGroup: sweeper.logGroup,
      metricNamespace: namespace,
      metricName: `${stage}-outbox-old`,
      filterPattern: FilterPattern.stringValue('$.code', '=', 'OUTBOX_OLD'),
      metricValue: '1',
    });
    new DeskAlarm(this, 'outbox-old', alarms, {
      metric: metricOf('outbox-old').with({ period: Duration.minutes(5) }),
      threshold: 1,
      whenItFails:
        'Calls to the machines have not gone through for ten minutes: claims stand still after a decision.',
      runbook: 'outbox-old',
    });
    for (const { name, codes, threshold, whenItFails, runbook } of findings) {
      new MetricFilter(this, `${name}-filter`, {
        logGroup: reconciler.logGroup,
        metricNamespace: namespace,
        metricName: `${stage}-${name}`,
        filterPattern: FilterPattern.any(
          ...codes.map((code) => FilterPattern.stringValue('$.finding', '=', code)),
        ),
        metricValue: '$.count',
      });
      new DeskAlarm(this, name, alarms, { metric: metricOf(name), threshold, whenItFails, runbook });
    }
  }
}
