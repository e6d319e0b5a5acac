import { GetExecutionHistoryCommand, SFNClient, type HistoryEvent } from '@aws-sdk/client-sfn';
import { account, credentials, partition, region } from '../../infra/local/place.ts';

export type History = {
  /** States entered: what Step Functions bills. */
  readonly transitions: number;
  readonly invocations: number;
  readonly events: number;
  /** Of the events as JSON, without inputs and outputs: what a log group that takes every event is sent. */
  readonly logBytes: number;
};

const isData = (key: string): boolean => /^(input|output|parameters)$/.test(key);
const logged = (event: HistoryEvent): string =>
  JSON.stringify(event, (key, value: unknown) => (isData(key) ? undefined : value));

export const countHistory = (events: readonly HistoryEvent[]): History => ({
  transitions: events.filter(({ type = '' }) => type.endsWith('StateEntered')).length,
  invocations: events.filter(({ type }) => type === 'TaskScheduled' || type === 'LambdaFunctionScheduled')
    .length,
  events: events.length,
  logBytes: events.reduce((sum, event) => sum + Buffer.byteLength(logged(event)), 0),
});

/** @param name the execution's, which is the application's number */
export const readHistory = async (statesUrl: string, name: string): Promise<History> => {
  const client = new SFNClient({ endpoint: statesUrl, region, credentials });
  try {
    const executionArn = `arn:${partition}:states:${region}:${account}:execution:application:${name}`;
    const { events = [] } = await client.send(
      new GetExecutionHistoryCommand({ executionArn, maxResults: 1000 }),
    );
    return countHistory(events);
  } finally {
    client.destroy();
  }
};
