import { setTimeout as pause } from 'node:timers/promises';
import {
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  SFNClient,
  type HistoryEvent,
} from '@aws-sdk/client-sfn';
import { account, credentials, partition, region } from '../../infra/local/place.ts';

export type History = {
  /** States entered: what Step Functions bills. */
  readonly transitions: number;
  readonly invocations: number;
  readonly events: number;
  /** Of the events as JSON, without inputs and outputs: what a log group that takes every event is sent. */
  readonly logBytes: number;
  /** Bytes of the largest input or output of a state. */
  readonly largestPayload: number;
};

const isData = (key: string): boolean => /^(input|output|parameters)$/.test(key);
const logged = (event: HistoryEvent): string =>
  JSON.stringify(event, (key, value: unknown) => (isData(key) ? undefined : value));

const payloadsOf = (event: HistoryEvent): string[] =>
  Object.values(event)
    .filter((details) => typeof details === 'object')
    .flatMap((details: object) => Object.entries(details))
    .flatMap(([key, value]) => (isData(key) && typeof value === 'string' ? [value] : []));

export const countHistory = (events: readonly HistoryEvent[]): History => ({
  transitions: events.filter(({ type = '' }) => type.endsWith('StateEntered')).length,
  invocations: events.filter(({ type }) => type === 'TaskScheduled' || type === 'LambdaFunctionScheduled')
    .length,
  events: events.length,
  logBytes: events.reduce((sum, event) => sum + Buffer.byteLength(logged(event)), 0),
  largestPayload: Math.max(0, ...events.flatMap(payloadsOf).map((text) => Buffer.byteLength(text))),
});

/** @param name the execution's, which is the application's number */
export const readHistory = async (statesUrl: string, name: string): Promise<History> => {
  const client = new SFNClient({ endpoint: statesUrl, region, credentials });
  try {
    const executionArn = `arn:${partition}:states:${region}:${account}:execution:application:${name}`;
    // An application is closed by the machine’s last step but one.
    for (let polls = 0; polls < 50; polls += 1) {
      const { status } = await client.send(new DescribeExecutionCommand({ executionArn }));
      if (status !== 'RUNNING') break;
      await pause(20);
    }
    const { events = [] } = await client.send(
      new GetExecutionHistoryCommand({ executionArn, maxResults: 1000 }),
    );
    return countHistory(events);
  } finally {
    client.destroy();
  }
};
