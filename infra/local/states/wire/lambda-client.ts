import {
  InvokeCommand,
  LambdaClient,
  LambdaServiceException,
  type InvokeCommandOutput,
} from '@aws-sdk/client-lambda';
import { tryParse } from '../json.ts';
import type { Invoke, InvokeResult } from '../options.ts';

/** Calls functions over Lambda's own API: the engine by itself, without the desk around it. */

const answered = ({ Payload, FunctionError, ExecutedVersion }: InvokeCommandOutput): InvokeResult => {
  const text = Payload ? new TextDecoder().decode(Payload) : '';
  const payload = text === '' ? null : (tryParse(text)?.value ?? text);
  if (FunctionError !== undefined) return { outcome: 'functionError', payload };
  return {
    outcome: 'success',
    payload,
    ...(ExecutedVersion === undefined ? {} : { executedVersion: ExecutedVersion }),
  };
};

const refused = (error: LambdaServiceException): InvokeResult => {
  const { httpStatusCode, requestId } = error.$metadata;
  return {
    outcome: 'serviceError',
    name: error.name,
    message: error.message,
    ...(httpStatusCode === undefined ? {} : { statusCode: httpStatusCode }),
    ...(requestId === undefined ? {} : { requestId }),
  };
};

/** Takes its endpoint from AWS_ENDPOINT_URL_LAMBDA, as every SDK client does. */
export const lambdaInvoke = (client: LambdaClient): Invoke => {
  return async (functionName, payload, { signal }) => {
    try {
      const command = new InvokeCommand({ FunctionName: functionName, Payload: JSON.stringify(payload) });
      return answered(await client.send(command, { abortSignal: signal }));
    } catch (error) {
      if (error instanceof LambdaServiceException) return refused(error);
      throw error;
    }
  };
};
