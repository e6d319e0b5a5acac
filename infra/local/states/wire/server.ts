import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { ServiceError } from '../errors.ts';
import { tryParse } from '../json.ts';
import type { Engine } from '../engine.ts';
import { dispatcherOf } from './dispatch.ts';

/** The Step Functions wire protocol: x-amz-json-1.0 over HTTP. */

const contentType = 'application/x-amz-json-1.0';
const targetPrefix = 'AWSStepFunctions.';

/** A definition of 1 MB, escaped inside a JSON text, and room for the rest. */
const largestBody = 4 * 1024 * 1024;

const readBody = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue;
    size += chunk.length;
    if (size > largestBody) throw new ServiceError('RequestEntityTooLarge', 'The request is too large', 413);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
};

/** Timestamps are seconds on the wire. */
const asWire = (value: unknown): string =>
  JSON.stringify(value, function (this: Record<string, unknown>, key: string, shown: unknown) {
    const original = this[key];
    return original instanceof Date ? original.getTime() / 1000 : shown;
  });

const send = (response: ServerResponse, status: number, body: unknown): void => {
  const text = asWire(body);
  response.writeHead(status, {
    'content-type': contentType,
    'content-length': Buffer.byteLength(text),
    'x-amzn-requestid': randomUUID(),
  });
  response.end(text);
};

const operationOf = (request: IncomingMessage): string => {
  const target = request.headers['x-amz-target'];
  if (typeof target !== 'string' || !target.startsWith(targetPrefix))
    throw new ServiceError(
      'UnknownOperationException',
      'The header X-Amz-Target names no operation of Step Functions',
    );
  return target.slice(targetPrefix.length);
};

const bodyOf = (text: string): unknown => {
  const parsed = tryParse(text === '' ? '{}' : text);
  if (!parsed) throw new ServiceError('SerializationException', 'The request body is not valid JSON');
  return parsed.value;
};

const answer = async (
  dispatch: ReturnType<typeof dispatcherOf>,
  request: IncomingMessage,
  response: ServerResponse,
  onFault: (error: unknown) => void,
): Promise<void> => {
  try {
    const text = await readBody(request);
    send(response, 200, await dispatch(operationOf(request), bodyOf(text)));
  } catch (error) {
    if (error instanceof ServiceError) {
      send(response, error.status, { __type: error.type, message: error.message });
      return;
    }
    onFault(error);
    send(response, 500, { __type: 'InternalFailure', message: 'The engine failed; its log says why' });
  }
};

export type StatesServerOptions = {
  readonly engine: Engine;
  readonly host?: string;
  /** 0 takes a free port. */
  readonly port: number;
  readonly onFault?: (error: unknown) => void;
};

/** Listens, and answers where. `close` lets requests under way finish. */
export const createStatesServer = async ({
  engine,
  host = '127.0.0.1',
  port,
  onFault = () => {},
}: StatesServerOptions) => {
  const dispatch = dispatcherOf(engine);
  const server: Server = createServer((request, response) => {
    if (request.method === 'GET' && request.url === '/healthz') {
      send(response, 200, { status: 'ok' });
      return;
    }
    void answer(dispatch, request, response, onFault);
  });
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  return {
    port: bound,
    url: `http://${host}:${bound}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
};
