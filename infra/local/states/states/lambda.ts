import type { TaskState } from '../definition/program.ts';
import { StateFailure } from '../errors.ts';
import { Doc, isObject, isOverLimit, tryParse } from '../json.ts';
import type { InvokeResult } from '../options.ts';
import { tooLarge } from '../run/move.ts';

/** How Task arguments become an invocation, and an answer a result. */

export type Request = { readonly functionName: string; readonly payload: unknown };

/** AWS sends a Payload that is a text holding JSON as that JSON, and no Payload as an empty object. */
const payloadOf = (payload: unknown): unknown => {
  if (payload === undefined || payload === null) return {};
  if (typeof payload !== 'string') return payload;
  const parsed = tryParse(payload);
  return parsed ? parsed.value : payload;
};

const invalidParameters = (message: string): StateFailure => new StateFailure('States.Runtime', message);

export const requestOf = ({ resource, name }: TaskState, args: unknown): Request => {
  if (resource.kind === 'function') return { functionName: resource.arn, payload: args };
  if (!isObject(args) || typeof args['FunctionName'] !== 'string')
    throw invalidParameters(
      `An error occurred while executing the state '${name}'. The Arguments '${JSON.stringify(args)}' could not be used to start the Task: [The field 'FunctionName' is required but was missing]`,
    );
  const { FunctionName, Payload, Qualifier } = args;
  const qualifier = typeof Qualifier === 'string' ? `:${Qualifier}` : '';
  return { functionName: `${FunctionName}${qualifier}`, payload: payloadOf(Payload) };
};

const unknownCause = (payload: string): string =>
  `The cause could not be determined because Lambda did not return an error type. Returned payload: ${payload}`;

const functionFailure = (payload: unknown): StateFailure => {
  const text = JSON.stringify(payload ?? null);
  const type = isObject(payload) ? payload['errorType'] : undefined;
  return typeof type === 'string' && type !== ''
    ? new StateFailure(type, text)
    : new StateFailure('Lambda.Unknown', unknownCause(text));
};

const serviceFailure = (result: Extract<InvokeResult, { outcome: 'serviceError' }>): StateFailure => {
  const { name, message, statusCode, requestId } = result;
  const status = statusCode === undefined ? '' : `, Status Code: ${statusCode}`;
  const request = requestId === undefined ? '' : `, Request ID: ${requestId}`;
  return new StateFailure(`Lambda.${name}`, `${message} (Service: Lambda${status}${request})`);
};

/** The result of the state; throws a StateFailure when the invocation failed or answered too much. */
export const resultOf = ({ resource }: TaskState, result: InvokeResult): Doc => {
  if (result.outcome === 'functionError') throw functionFailure(result.payload);
  if (result.outcome === 'serviceError') throw serviceFailure(result);
  const payload = result.payload ?? null;
  const doc =
    resource.kind === 'function'
      ? Doc.of(payload)
      : Doc.of({ ExecutedVersion: result.executedVersion ?? '$LATEST', Payload: payload, StatusCode: 200 });
  if (isOverLimit(doc.text)) throw tooLarge(resource.kind === 'function' ? resource.arn : 'lambda');
  return doc;
};
