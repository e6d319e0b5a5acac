import { GetExecutionHistoryCommand, ListExecutionsCommand, type SFNClient } from '@aws-sdk/client-sfn';
import type { RunningExecution } from './executions.ts';

export type Running = { readonly name: string };

const stateOf = async (client: SFNClient, executionArn: string): Promise<string | undefined> => {
  const { events = [] } = await client.send(
    new GetExecutionHistoryCommand({ executionArn, reverseOrder: true, maxResults: 50 }),
  );
  return events.find((event) => event.stateEnteredEventDetails)?.stateEnteredEventDetails?.name;
};

const pagesOf = async function* (client: SFNClient, stateMachineArn: string) {
  let nextToken: string | undefined;
  do {
    const page = await client.send(
      new ListExecutionsCommand({ stateMachineArn, statusFilter: 'RUNNING', maxResults: 1000, nextToken }),
    );
    yield page.executions ?? [];
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
};

/** The executions of a machine that run, with the state each stands in: one call for each, and one for each thousand. */
export const listRunning = async function* (
  client: SFNClient,
  stateMachineArn: string,
  isWanted: (running: Running) => boolean,
): AsyncGenerator<RunningExecution> {
  for await (const executions of pagesOf(client, stateMachineArn))
    for (const { name = '', executionArn = '', startDate = new Date(0) } of executions) {
      if (!isWanted({ name })) continue;
      const state = await stateOf(client, executionArn);
      yield { name, startedAt: startDate.toISOString(), ...(state !== undefined && { state }) };
    }
};
