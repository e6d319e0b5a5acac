import type { Context } from 'aws-lambda';

type Call = {
  readonly name: string;
  readonly arn: string;
  readonly requestId: string;
  readonly timeoutMs: number;
};

/** Node 24 on Lambda has no callbacks; the type still lists them. */
const gone = (): never => {
  throw new Error('A function answers by its promise; context.done, fail and succeed are gone.');
};

const callbacks = { done: gone, fail: gone, succeed: gone };

/** The second argument of a function, as Lambda gives it. */
export const functionContext = ({ name, arn, requestId, timeoutMs }: Call): Context => {
  const deadline = performance.now() + timeoutMs;
  return {
    functionName: name,
    functionVersion: '$LATEST',
    invokedFunctionArn: arn,
    memoryLimitInMB: '512',
    awsRequestId: requestId,
    logGroupName: `/aws/lambda/${name}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => Math.max(0, Math.round(deadline - performance.now())),
    ...callbacks,
  };
};
