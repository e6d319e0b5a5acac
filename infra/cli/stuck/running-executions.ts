import {
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  SFNClient,
} from '@aws-sdk/client-sfn';
import { executionArn } from '../../../functions/platform/executions.ts';
import { credentials, machineArn, region } from '../../local/place.ts';
import type { RunningDesk } from '../running-desk.ts';

export const applicationMachine = machineArn('application');

export type Ended = { readonly status: string; readonly error?: string; readonly lastState?: string };

/** What a desk's engine says of the executions of its applications. */
export const openEngine = (desk: RunningDesk) => {
  const client = new SFNClient({ endpoint: desk.statesUrl, region, credentials });
  return {
    /** The names of all that run. */
    running: async (): Promise<ReadonlySet<string>> => {
      const names = new Set<string>();
      let nextToken: string | undefined;
      do {
        const page = await client.send(
          new ListExecutionsCommand({
            stateMachineArn: applicationMachine,
            statusFilter: 'RUNNING',
            maxResults: 1000,
            nextToken,
          }),
        );
        for (const { name } of page.executions ?? []) if (name !== undefined) names.add(name);
        nextToken = page.nextToken;
      } while (nextToken !== undefined);
      return names;
    },
    /** How an execution ended, by the names of its error and of its last state: a cause may quote data. */
    ended: async (name: string): Promise<Ended> => {
      const arn = executionArn(applicationMachine, name);
      const { status = 'UNKNOWN', error } = await client.send(
        new DescribeExecutionCommand({ executionArn: arn }),
      );
      const { events = [] } = await client.send(
        new GetExecutionHistoryCommand({ executionArn: arn, reverseOrder: true, maxResults: 100 }),
      );
      const lastState = events.find((event) => event.stateEnteredEventDetails)?.stateEnteredEventDetails
        ?.name;
      return {
        status,
        ...(error !== undefined && { error }),
        ...(lastState !== undefined && { lastState }),
      };
    },
    close: () => client.destroy(),
  };
};
export type Engine = ReturnType<typeof openEngine>;
