import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import type { ResumeInput } from '../contracts/resume.ts';

/** How an execution stands; NONE when there is none of that name, or no longer. */
export type ExecutionStatus = 'RUNNING' | 'ENDED' | 'NONE';

/** What an operator's tools ask of Step Functions, beside the two calls the desk lives by (machine.ts). */
export type Executions = {
  readonly status: (name: string) => Promise<ExecutionStatus>;
  /** Starts in the middle. A second start of the same name is the same start. */
  readonly resume: (name: string, input: ResumeInput) => Promise<void>;
  readonly stop: (name: string, why: string) => Promise<void>;
};

/** The ARN of a machine's execution. */
export const executionArn = (stateMachineArn: string, name: string): string =>
  `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;

/** The endpoint comes from the SDK's own AWS_ENDPOINT_URL_SFN. */
export const createExecutions = (stateMachineArn: string): Executions => {
  const client = new SFNClient({ maxAttempts: 4 });
  const arnOf = (name: string) => executionArn(stateMachineArn, name);
  return {
    status: async (name) => {
      try {
        const { status } = await client.send(new DescribeExecutionCommand({ executionArn: arnOf(name) }));
        return status === 'RUNNING' ? 'RUNNING' : 'ENDED';
      } catch (error) {
        if (error instanceof ExecutionDoesNotExist) return 'NONE';
        throw error;
      }
    },
    resume: async (name, input) => {
      try {
        await client.send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) }));
      } catch (error) {
        if (!(error instanceof ExecutionAlreadyExists)) throw error;
      }
    },
    stop: async (name, cause) => {
      await client.send(new StopExecutionCommand({ executionArn: arnOf(name), error: 'Replaced', cause }));
    },
  };
};
