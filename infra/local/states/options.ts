import type { Clock } from '../clock.ts';
import type { Place } from './journal/database.ts';

/** What became of an invocation. */
export type InvokeResult =
  /** The function answered; `payload` is its JSON value. */
  | { readonly outcome: 'success'; readonly payload: unknown; readonly executedVersion?: string }
  /** The function threw; `payload` is what Lambda's runtime writes then: errorType, errorMessage, ... */
  | { readonly outcome: 'functionError'; readonly payload: unknown }
  /** Lambda refused: ResourceNotFoundException, TooManyRequestsException, ... */
  | {
      readonly outcome: 'serviceError';
      readonly name: string;
      readonly message: string;
      readonly statusCode?: number;
      readonly requestId?: string;
    };

type InvokeContext = {
  readonly executionArn: string;
  readonly stateName: string;
  /** Aborted when nobody waits for the answer any more: timeout, stop, close. */
  readonly signal: AbortSignal;
};

/** Calls a function by name or ARN. A rejected promise counts as Lambda.SdkClientException. */
export type Invoke = (
  functionName: string,
  payload: unknown,
  context: InvokeContext,
) => Promise<InvokeResult>;

export type EngineOptions = {
  /** A folder for the journal, or memory for tests that need no restart. */
  readonly place: Place;
  readonly clock: Clock;
  readonly invoke: Invoke;
  readonly accountId?: string;
  readonly region?: string;
  readonly partition?: string;
  /** Invocations at a time; further ones wait their turn. Default 512. */
  readonly concurrentInvocations?: number;
  /** Told of faults of the engine itself; the execution concerned fails with States.Runtime. */
  readonly onFault?: (error: unknown) => void;
};
