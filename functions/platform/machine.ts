import {
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
  InvalidToken,
  ExecutionAlreadyExists,
} from '@aws-sdk/client-sfn';
import { traceHeader } from './trace.ts';
import type { ApplicationId } from '../contracts/application.ts';

/** The two calls the desk makes to Step Functions. Both may be repeated without harm. */
export type Machine = {
  /** The execution's name is the application's id: a second start is the same start. */
  readonly start: (id: ApplicationId) => Promise<void>;
  /** Answers a wait. 'NOT_AWAITED' when the token is spent: the machine has moved on and has read the row. */
  readonly answer: (token: string, output: string) => Promise<'ANSWERED' | 'NOT_AWAITED'>;
};

const isSpent = (error: unknown): boolean =>
  error instanceof TaskTimedOut || error instanceof TaskDoesNotExist || error instanceof InvalidToken;

/** The endpoint comes from the SDK's own AWS_ENDPOINT_URL_SFN. */
export const createMachine = (stateMachineArn: string): Machine => {
  const client = new SFNClient({ maxAttempts: 4 });
  return {
    start: async (id) => {
      const input = JSON.stringify({ applicationId: id });
      try {
        await client.send(
          new StartExecutionCommand({ stateMachineArn, name: id, input, traceHeader: traceHeader() }),
        );
      } catch (error) {
        if (!(error instanceof ExecutionAlreadyExists)) throw error;
      }
    },
    answer: async (taskToken, output) => {
      try {
        await client.send(new SendTaskSuccessCommand({ taskToken, output }));
        return 'ANSWERED';
      } catch (error) {
        if (isSpent(error)) return 'NOT_AWAITED';
        throw error;
      }
    },
  };
};
