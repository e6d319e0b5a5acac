import {
  ExecutionDoesNotExist,
  GetExecutionHistoryCommand,
  SFNClient,
  type HistoryEvent,
} from '@aws-sdk/client-sfn';
import { executionArn } from '../../../functions/platform/executions.ts';
import { executionName } from '../../../functions/store/executions/execution-name.ts';
import type { ApplicationId } from '../../../functions/contracts/application.ts';
import { credentials, region } from '../../local/place.ts';
import type { RunningDesk } from '../running-desk.ts';
import { applicationMachine } from '../stuck/running-executions.ts';
import type { TraceStep } from './trace-step.ts';

const errorOf = (event: HistoryEvent): string | undefined =>
  [
    event.lambdaFunctionFailedEventDetails,
    event.taskFailedEventDetails,
    event.executionFailedEventDetails,
  ].find((details) => details !== undefined)?.error;

/** What an event of the history says in one word: a state that was entered, a failure by its name, an end. */
const wordOf = (event: HistoryEvent): string | undefined => {
  if (event.stateEnteredEventDetails) return event.stateEnteredEventDetails.name;
  const { type = '' } = event;
  const error = errorOf(event);
  if (error !== undefined) return `${type} ${error}`;
  return type.startsWith('Execution') ? type : undefined;
};

const everyEvent = async (client: SFNClient, name: string): Promise<HistoryEvent[]> => {
  const found: HistoryEvent[] = [];
  let nextToken: string | undefined;
  do {
    const page = await client.send(
      new GetExecutionHistoryCommand({
        executionArn: executionArn(applicationMachine, name),
        maxResults: 1000,
        nextToken,
      }),
    );
    found.push(...(page.events ?? []));
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  return found;
};

const stepsOf = async (client: SFNClient, name: string): Promise<TraceStep[] | undefined> => {
  try {
    const events = await everyEvent(client, name);
    return events.flatMap((event) => {
      const word = wordOf(event);
      const at = event.timestamp?.toISOString();
      return word === undefined || at === undefined
        ? []
        : [{ at, from: 'STATE' as const, what: `${name} ${word}` }];
    });
  } catch (error) {
    if (error instanceof ExecutionDoesNotExist) return undefined;
    throw error;
  }
};

/** Every state that the executions of an application entered; later executions count on from the first. */
export const executionSteps = async (
  desk: RunningDesk,
  applicationId: ApplicationId,
): Promise<TraceStep[]> => {
  const client = new SFNClient({ endpoint: desk.statesUrl, region, credentials });
  const steps: TraceStep[] = [];
  try {
    for (let no = 1; ; no += 1) {
      const found = await stepsOf(client, executionName({ applicationId }, no));
      // A first execution that was left on another machine is missing here; a later one may be there.
      if (found === undefined && no > 1) return steps;
      steps.push(...(found ?? []));
    }
  } finally {
    client.destroy();
  }
};
