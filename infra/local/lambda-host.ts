import { randomUUID } from 'node:crypto';
import type { Context } from 'aws-lambda';
import { functionContext } from './function-context.ts';
import type { HostLog } from './host-log.ts';
import { lambdaArn } from './place.ts';
import {
  answerTooLarge,
  failureOf,
  type FunctionFailure,
  LambdaServiceError,
  timedOut,
} from './lambda-error.ts';

type FunctionHandler = (event: unknown, context: Context) => Promise<unknown>;
export type FunctionHandlers = Readonly<Record<string, FunctionHandler>>;

/** Lambda's limit for a synchronous call, both ways. */
const payloadLimitBytes = 6 * 1024 * 1024;
const answerLimitBytes = payloadLimitBytes + 100;
const defaultTimeoutMs = 30_000;

const version = '$LATEST';

/** What a call came to: `payload` is JSON text, the answer or (with `failure`) Lambda's report of the error. */
type Invocation = {
  readonly requestId: string;
  readonly payload: string;
  readonly failure?: FunctionFailure;
};

export type LambdaHost = {
  /**
   * Calls a function by its name, `name:qualifier` or ARN. The payload goes through JSON, as over the wire.
   * @throws LambdaServiceError ResourceNotFoundException, RequestTooLargeException, InvalidRequestContentException
   */
  readonly invoke: (target: string, payload: string) => Promise<Invocation>;
  /** The function a target names. @throws LambdaServiceError ResourceNotFoundException */
  readonly resolve: (target: string) => Promise<string>;
};

type Options = {
  readonly handlers: () => FunctionHandlers | Promise<FunctionHandlers>;
  readonly log: HostLog;
  readonly timeoutMs?: number;
};

const target =
  /^(?:(?:arn:[\w-]+:lambda:[\w-]+:)?\d{12}:function:)?(?<name>[\w-]{1,64})(?::(?<qualifier>[\w$-]+))?$/;

const nameIn = (text: string): string | undefined => {
  const { name, qualifier } = target.exec(text)?.groups ?? {};
  return qualifier === undefined || qualifier === version ? name : undefined;
};

const eventFrom = (payload: string): unknown => {
  if (Buffer.byteLength(payload) > payloadLimitBytes)
    throw new LambdaServiceError(
      'RequestTooLargeException',
      413,
      `Request must be smaller than ${payloadLimitBytes} bytes for the InvokeFunction operation`,
    );
  try {
    return JSON.parse(payload === '' ? '{}' : payload);
  } catch {
    // The parser's own message quotes the payload.
    throw new LambdaServiceError(
      'InvalidRequestContentException',
      400,
      'Could not parse request body into json',
    );
  }
};

/** Runs the functions in this process, behind what Lambda promises: names, limits, timeouts, error reports. */
export const createLambdaHost = ({ handlers, log, timeoutMs = defaultTimeoutMs }: Options): LambdaHost => {
  let loaded: FunctionHandlers | undefined;
  const load = async () => (loaded ??= await handlers());

  const failed = (name: string, requestId: string, failure: FunctionFailure): Invocation => {
    const late = failure.errorType === 'Sandbox.Timedout';
    log(late ? 'FUNCTION_OUTLIVED_ITS_TIME' : 'FUNCTION_FAILED', {
      function: name,
      requestId,
      errorType: failure.errorType,
    });
    return { requestId, payload: JSON.stringify(failure), failure };
  };

  const run = async (handler: FunctionHandler, name: string, event: unknown): Promise<Invocation> => {
    const requestId = randomUUID();
    const late = Symbol('late');
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<typeof late>((resolve) => {
      timer = setTimeout(resolve, timeoutMs, late);
    });
    try {
      const answer = await Promise.race([
        handler(event, functionContext({ name, arn: lambdaArn(name), requestId, timeoutMs })),
        limit,
      ]);
      if (answer === late) return failed(name, requestId, timedOut(requestId, timeoutMs));
      const payload = JSON.stringify(answer ?? null);
      if (Buffer.byteLength(payload) > answerLimitBytes)
        return failed(name, requestId, answerTooLarge(answerLimitBytes));
      return { requestId, payload };
    } catch (error) {
      return failed(name, requestId, failureOf(error));
    } finally {
      clearTimeout(timer);
    }
  };

  const find = (text: string, functions: FunctionHandlers) => {
    const name = nameIn(text);
    const handler = name === undefined || !Object.hasOwn(functions, name) ? undefined : functions[name];
    if (name === undefined || !handler)
      throw new LambdaServiceError(
        'ResourceNotFoundException',
        404,
        `Function not found: ${name === undefined ? text : lambdaArn(name)}`,
      );
    return { name, handler };
  };

  return {
    resolve: async (text) => find(text, await load()).name,
    invoke: async (text, payload) => {
      const { name, handler } = find(text, await load());
      return run(handler, name, eventFrom(payload));
    },
  };
};
