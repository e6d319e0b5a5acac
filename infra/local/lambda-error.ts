import { maskNumbers } from './mask.ts';

/** A call Lambda itself refuses, with AWS's name and status. */
export class LambdaServiceError extends Error {
  override readonly name: string;
  readonly status: number;
  constructor(name: string, status: number, message: string) {
    super(message);
    this.name = name;
    this.status = status;
  }
}

/** What Lambda answers for a function that failed. */
export type FunctionFailure = {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace?: readonly string[];
};

/** The trace keeps places only: its first lines repeat the message. */
const placesOf = (stack = ''): string[] =>
  stack
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '));

/** The error as Lambda's Node runtime reports it: `errorType` is the error's name, which machines match on. */
export const failureOf = (thrown: unknown): FunctionFailure =>
  thrown instanceof Error
    ? {
        errorType: thrown.name,
        errorMessage: maskNumbers(thrown.message),
        trace: [thrown.name, ...placesOf(thrown.stack)],
      }
    : { errorType: typeof thrown, errorMessage: maskNumbers(String(thrown)), trace: [] };

export const timedOut = (requestId: string, timeoutMs: number): FunctionFailure => ({
  errorType: 'Sandbox.Timedout',
  errorMessage: `RequestId: ${requestId} Error: Task timed out after ${(timeoutMs / 1000).toFixed(2)} seconds`,
});

export const answerTooLarge = (limit: number): FunctionFailure => ({
  errorType: 'Function.ResponseSizeTooLarge',
  errorMessage: `Response payload size exceeded maximum allowed payload size (${limit} bytes).`,
});
