import middy from '@middy/core';
import * as z from 'zod';
import { classify, PermanentError } from './errors.ts';
import { whenAtHand } from './not-at-hand.ts';

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

/** Wraps a task for Step Functions: checks both ends of its contract and names every failure. */
export const asTask = <In extends z.ZodType, Out extends z.ZodType>({ input, output, run }: Task<In, Out>) =>
  middy<unknown, z.output<Out>>()
    .onError(({ error }) => {
      throw classify(error);
    })
    .handler(async (event) => {
      const asked = keepContract(input, event, 'input');
      return keepContract(output, await whenAtHand(() => run(asked)), 'output');
    });
