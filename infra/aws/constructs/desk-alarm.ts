import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

/** Who is told. */
export type Alarms = { readonly topic: ITopic };

type Props = {
  readonly metric: IMetric;
  readonly threshold: number;
  /** Who is hurt, in a sentence for the person on call. */
  readonly whenItFails: string;
  /** `docs/runbooks/{runbook}.md` says what to look at and what to do. */
  readonly runbook: string;
  readonly periods?: number;
  readonly comparison?: ComparisonOperator;
  /** Silence is good news for most metrics, and the alarm itself for a heartbeat. */
  readonly silence?: 'FINE' | 'ALARM';
};

export const runbookPath = (runbook: string): string => `docs/runbooks/${runbook}.md`;

/** An alarm says who is hurt and what to open, and tells the people on call, also when it is over. */
export class DeskAlarm extends Alarm {
  constructor(scope: Construct, id: string, { topic }: Alarms, props: Props) {
    super(scope, id, {
      metric: props.metric,
      threshold: props.threshold,
      evaluationPeriods: props.periods ?? 1,
      comparisonOperator: props.comparison ?? ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData:
        props.silence === 'ALARM' ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
      alarmDescription: `${props.whenItFails} Runbook: ${runbookPath(props.runbook)}`,
    });
    const tell = new SnsAction(topic);
    this.addAlarmAction(tell);
    this.addOkAction(tell);
  }
}
