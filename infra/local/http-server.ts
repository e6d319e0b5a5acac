import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AccessLog } from './access-log.ts';
import { functionContext } from './function-context.ts';
import { codeOf } from './host-error.ts';
import type { HostLog } from './host-log.ts';
import { type Answer, sendAnswer, toAnswer } from './http-answer.ts';
import { toGatewayEvent } from './http-event.ts';
import { createRouteTable, type Match, type Route, type RouteTable } from './http-routes.ts';
import { close, listen } from './listener.ts';
import { lambdaArn } from './place.ts';
import { problem } from './problem.ts';
import { refuseRaw } from './raw-refusal.ts';
import { readBody } from './read-body.ts';

/** API Gateway's own limits for HTTP APIs. */
const bodyLimitBytes = 10 * 1024 * 1024;
const defaultAnswerWithinMs = 30_000;

type Options = {
  readonly log: HostLog;
  readonly accessLog: AccessLog;
  /** Epoch milliseconds, of the host's clock. */
  readonly now: () => number;
  readonly answerWithinMs?: number;
};

export type HttpServer = {
  readonly listen: (host: string, port: number) => Promise<number>;
  /** Opens the desk; until then every request is answered 503. */
  readonly serve: (routes: readonly Route[]) => void;
  /** Finishes what is in flight. */
  readonly close: () => Promise<void>;
};

type Asked = {
  readonly request: IncomingMessage;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly requestId: string;
};

const asked = (request: IncomingMessage): Asked => {
  const url = request.url ?? '/';
  const cut = url.indexOf('?');
  return {
    request,
    method: request.method ?? 'GET',
    path: cut === -1 ? url : url.slice(0, cut),
    query: cut === -1 ? '' : url.slice(cut + 1),
    requestId: randomUUID(),
  };
};

/** The answer to what no route takes. */
const refuse = (table: RouteTable | undefined, { method, path, requestId }: Asked) => {
  if (!table) return problem('STARTING', requestId);
  const allowed = table.allowed(path);
  if (allowed.length === 0) return problem('NOT_FOUND', requestId);
  const headers = { allow: allowed.join(', ') };
  return method === 'OPTIONS'
    ? { statusCode: 204, headers }
    : problem('METHOD_NOT_ALLOWED', requestId, headers);
};

const withinTime = async (work: Promise<unknown>, ms: number): Promise<unknown> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DOMException('late', 'TimeoutError')), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

/** Serves the desk's operations as API Gateway would: the same events in, the same answers out. */
export const createHttpServer = (options: Options): HttpServer => {
  const { log, accessLog, now, answerWithinMs = defaultAnswerWithinMs } = options;
  let table: RouteTable | undefined;

  const failed = (error: unknown, operation: string, requestId: string) => {
    const late = error instanceof Error && error.name === 'TimeoutError';
    log(late ? 'HANDLER_TIMED_OUT' : 'HANDLER_CRASHED', { operation, requestId, errorName: codeOf(error) });
    return problem(late ? 'TIMED_OUT' : 'INTERNAL', requestId);
  };

  const run = async (from: Asked, { route, parameters }: Match): Promise<Answer> => {
    const { request, requestId } = from;
    const body = await readBody(request, bodyLimitBytes);
    if (!body) return toAnswer(problem('REQUEST_TOO_LARGE', requestId, { connection: 'close' }));
    try {
      const event = toGatewayEvent({
        ...from,
        method: route.method,
        body,
        pathParameters: parameters,
        route: route.path,
        epochMs: now(),
      });
      const name = route.operationId;
      const context = functionContext({
        name,
        arn: lambdaArn(name),
        requestId,
        timeoutMs: answerWithinMs,
      });
      return toAnswer(await withinTime(route.handler(event, context), answerWithinMs));
    } catch (error) {
      return toAnswer(failed(error, route.operationId, requestId));
    }
  };

  const respond = async (from: Asked, match: Match | undefined, response: ServerResponse): Promise<void> => {
    response.setHeader('apigw-requestid', from.requestId);
    response.setHeader('x-request-id', from.requestId);
    const answer = match ? await run(from, match) : toAnswer(refuse(table, from));
    try {
      sendAnswer(response, answer, from.method === 'HEAD');
    } catch (error) {
      // A header no HTTP message may carry.
      sendAnswer(response, toAnswer(failed(error, match?.route.operationId ?? '', from.requestId)), false);
    }
  };

  const server = createServer({ keepAliveTimeout: 65_000, requestTimeout: 60_000 }, (request, response) => {
    const started = performance.now();
    const from = asked(request);
    const match = table?.find(from.method, from.path);
    response.once('close', () => {
      accessLog.write({
        at: new Date(now()).toISOString(),
        method: from.method,
        route: match?.route.path ?? '(none)',
        // 499: the caller went away before the answer.
        status: response.writableFinished ? response.statusCode : 499,
        ms: Math.round((performance.now() - started) * 10) / 10,
        requestId: from.requestId,
      });
    });
    respond(from, match, response).catch(() => response.destroy());
  });

  refuseRaw(server, (status, requestId) =>
    accessLog.write({
      at: new Date(now()).toISOString(),
      method: '-',
      route: '(none)',
      status,
      ms: 0,
      requestId,
    }),
  );

  return {
    listen: (host, port) => listen(server, host, port, 'PORT'),
    serve: (routes) => {
      table = createRouteTable(routes);
    },
    close: () => close(server),
  };
};
