import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { LambdaServiceError } from './lambda-error.ts';
import type { LambdaHost } from './lambda-host.ts';
import { close, listen } from './listener.ts';
import { readBody } from './read-body.ts';

const invocationPath = /^\/2015-03-31\/functions\/(?<target>[^/]+)\/invocations$/;
const bodyLimitBytes = 8 * 1024 * 1024;

type Answer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

const refusalOf = (error: unknown): Answer => {
  const known =
    error instanceof LambdaServiceError
      ? error
      : new LambdaServiceError('ServiceException', 500, 'The function host failed.');
  return {
    status: known.status,
    headers: { 'x-amzn-errortype': known.name },
    body: JSON.stringify({ Type: known.status < 500 ? 'User' : 'Service', Message: known.message }),
  };
};

const targetOf = (request: IncomingMessage): string => {
  // A web page the operator has open could post here without asking; every browser then names its origin.
  if (request.headers.origin !== undefined)
    throw new LambdaServiceError('AccessDeniedException', 403, 'Not for web pages.');
  const url = new URL(request.url ?? '/', 'http://lambda');
  const found = invocationPath.exec(url.pathname)?.groups?.['target'];
  if (request.method !== 'POST' || found === undefined)
    throw new LambdaServiceError('UnknownOperationException', 404, 'Only Invoke is served here.');
  const qualifier = url.searchParams.get('Qualifier');
  const target = decodeURIComponent(found);
  return qualifier === null ? target : `${target}:${qualifier}`;
};

const answer = async (host: LambdaHost, request: IncomingMessage): Promise<Answer> => {
  const target = targetOf(request);
  const body = await readBody(request, bodyLimitBytes);
  if (!body)
    throw new LambdaServiceError(
      'RequestTooLargeException',
      413,
      'Request must be smaller than 6291456 bytes for the InvokeFunction operation',
    );
  const kind = request.headers['x-amz-invocation-type'] ?? 'RequestResponse';
  await host.resolve(target);
  if (kind === 'DryRun') return { status: 204 };
  const invocation = host.invoke(target, body.toString('utf8'));
  if (kind === 'Event') {
    // Nobody waits for it: the host has logged a failure already, and a refusal has nobody to go to.
    invocation.catch(() => undefined);
    return { status: 202 };
  }
  const { payload, failure, requestId } = await invocation;
  return {
    status: 200,
    headers: {
      'x-amzn-requestid': requestId,
      'x-amz-executed-version': '$LATEST',
      ...(failure && { 'x-amz-function-error': 'Unhandled' }),
      ...(request.headers['x-amz-log-type'] === 'Tail' && { 'x-amz-log-result': '' }),
    },
    body: payload,
  };
};

const send = (response: ServerResponse, { status, headers, body = '' }: Answer): void => {
  response.writeHead(status, {
    ...(status !== 204 && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
    ...headers,
  });
  response.end(status === 204 ? undefined : body);
};

export type LambdaServer = { readonly url: string; readonly close: () => Promise<void> };

/** Serves the Lambda Invoke wire protocol on loopback, for the AWS SDK, the AWS CLI and a stand-alone engine. */
export const startLambdaServer = async (host: LambdaHost, port: number): Promise<LambdaServer> => {
  const server = createServer((request, response) => {
    answer(host, request)
      .catch(refusalOf)
      .then((made) => send(response, made))
      .catch(() => response.destroy());
  });
  const bound = await listen(server, '127.0.0.1', port, 'LAMBDA_PORT');
  return { url: `http://127.0.0.1:${bound}`, close: () => close(server) };
};
