import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import * as z from 'zod';
import { classify, PermanentError } from './errors.ts';
import { whenAtHand } from './not-at-hand.ts';
import { applicationIn, logRequest } from './request-log.ts';

type Task<Input extends z.ZodType, Output extends z.ZodType> = {
  readonly input: Input;
  readonly output: Output;
  readonly run: (input: z.output<Input>) => Promise<z.input<Output>>;
};

const keepContract = <Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  end: 'input' | 'output',
): z.output<Schema> => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues.map(({ path, code }) => `${path.join('.')} ${code}`).join(', ');
  throw new PermanentError(`The ${end} breaks the contract: ${where}`);
};

const applicationOf = (event: unknown): string | undefined =>
  typeof event === 'object' && event !== null && 'applicationId' in event
    ? applicationIn([event.applicationId])
    : undefined;

/** Wraps a task for Step Functions: checks both ends of its contract, names every failure, and logs one line. */
export const asTask = <In extends z.ZodType, Out extends z.ZodType>({
  input,
  output,
  run,
}: Task<In, Out>) => {
  const inner = middy<unknown, z.output<Out>>()
    .onError(({ error }) => {
      throw classify(error);
    })
    .handler(async (event) => {
      const asked = keepContract(input, event, 'input');
      return keepContract(output, await whenAtHand(() => run(asked)), 'output');
    });
  return async (event: unknown, context: Context): Promise<z.output<Out>> => {
    const startedMs = performance.now();
    const log = (outcome: string): void =>
      logRequest(
        { kind: 'TASK', operation: context.functionName, requestId: context.awsRequestId, outcome },
        applicationOf(event),
        startedMs,
      );
    try {
      const answer = await inner(event, context);
      log('OK');
      return answer;
    } catch (error) {
      log(classify(error).name);
      throw error;
    }
  };
};
