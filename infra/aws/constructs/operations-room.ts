import { Duration } from 'aws-cdk-lib';
import {
  Dashboard,
  GraphWidget,
  type Metric,
  SingleValueWidget,
  Stats,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { tableOperations } from './desk-table.ts';
import type { DataStack } from '../stacks/data-stack.ts';
import type { Settings } from '../settings.ts';
import type { ApiStack } from '../stacks/api-stack.ts';
import type { WorkStack } from '../stacks/work-stack.ts';

type Props = {
  readonly settings: Settings;
  readonly data: DataStack;
  readonly work: WorkStack;
  readonly api: ApiStack;
};

const sum = (minutes: number) => ({ statistic: Stats.SUM, period: Duration.minutes(minutes) });
const named = (metric: Metric, label: string): Metric => metric.with({ label });

/** The dashboard on the wall: first what people feel, then the work under way, then what carries it. */
export class OperationsRoom extends Construct {
  constructor(scope: Construct, id: string, props: Props) {
    super(scope, id);
    const dashboard = new Dashboard(this, 'Dashboard', {
      dashboardName: `subsidy-desk-${props.settings.stage}`,
      defaultInterval: Duration.hours(24),
    });
    dashboard.addWidgets(
      new TextWidget({
        width: 24,
        height: 2,
        markdown:
          `# 补贴经办台 ${props.settings.stage} · Subsidy desk\n` +
          'Row 1: what people feel. Row 2: the claims. Row 3: what carries them. An alarm’s text names its runbook in `docs/runbooks/`.',
      }),
    );
    dashboard.addWidgets(...felt(props));
    dashboard.addWidgets(...claims(props));
    dashboard.addWidgets(...carrying(props));
  }
}

const felt = ({ api: { api, stage } }: Props) => [
  new SingleValueWidget({
    title: 'Requests, errors of ours (24 h)',
    width: 6,
    height: 6,
    metrics: [named(api.metricCount(sum(5)), 'requests'), named(api.metricServerError(sum(5)), 'errors')],
    setPeriodToTimeRange: true,
  }),
  new GraphWidget({
    title: 'How long people wait (ms)',
    width: 9,
    height: 6,
    left: [50, 95, 99].map((p) =>
      stage.metricLatency({ statistic: Stats.p(p), period: Duration.minutes(5) }),
    ),
  }),
  new GraphWidget({
    title: 'Answers',
    width: 9,
    height: 6,
    stacked: true,
    left: [
      named(api.metricCount(sum(5)), 'requests'),
      named(api.metricClientError(sum(5)), 'refused'),
      named(api.metricServerError(sum(5)), 'errors'),
    ],
  }),
];

const claims = ({ work: { machines, functions, deadLetters } }: Props) => {
  const all = [...machines];
  return [
    new GraphWidget({
      title: 'Claims begun and ended',
      width: 8,
      height: 6,
      left: all.flatMap(([name, machine]) => [
        named(machine.metricStarted(sum(60)), `${name} begun`),
        named(machine.metricSucceeded(sum(60)), `${name} ended`),
      ]),
    }),
    new GraphWidget({
      title: 'Claims that stand still (must be zero)',
      width: 8,
      height: 6,
      left: [
        ...all.flatMap(([name, machine]) => [
          named(machine.metricFailed(sum(5)), `${name} failed`),
          named(machine.metricTimedOut(sum(5)), `${name} timed out`),
          named(machine.metricAborted(sum(5)), `${name} aborted`),
        ]),
        named(deadLetters.metricApproximateNumberOfMessagesVisible(), 'dead letters'),
      ],
    }),
    new GraphWidget({
      title: 'Steps of the machines that failed',
      width: 8,
      height: 6,
      left: [...functions].map(([name, lambda]) => named(lambda.metricErrors(sum(5)), name)),
    }),
  ];
};

const carrying = ({ data: { table }, work: { functions } }: Props) => [
  new GraphWidget({
    title: 'Units of the table',
    width: 8,
    height: 6,
    left: [table.metricConsumedWriteCapacityUnits(sum(5)), table.metricConsumedReadCapacityUnits(sum(5))],
  }),
  new GraphWidget({
    title: 'Turned away',
    width: 8,
    height: 6,
    left: [
      table.metricThrottledRequestsForOperations({
        operations: [...tableOperations],
        period: Duration.minutes(5),
      }),
      ...[...functions].map(([name, lambda]) => named(lambda.metricThrottles(sum(5)), name)),
    ],
  }),
  new GraphWidget({
    title: 'Time of each step (p95, ms)',
    width: 8,
    height: 6,
    left: [...functions].map(([name, lambda]) =>
      named(lambda.metricDuration({ statistic: Stats.p(95), period: Duration.minutes(5) }), name),
    ),
  }),
];
