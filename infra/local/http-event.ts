import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** What HTTP APIs hand on as text; everything else, forms and a missing type included, goes as base64. */
const textTypes = /^(?:text\/|application\/(?:json|xml|javascript)\s*(?:;|$))/i;

type Request = {
  readonly request: IncomingMessage;
  /** The method of the route: a HEAD is answered by its GET. */
  readonly method: string;
  readonly body: Buffer;
  /** The path with the query cut off, and the query without its `?`. */
  readonly path: string;
  readonly query: string;
  readonly pathParameters: Readonly<Record<string, string | undefined>>;
  /** As the route is written: `/applications/{applicationId}`. */
  readonly route: string;
  readonly requestId: string;
  readonly epochMs: number;
};

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** API Gateway's way to write the time: `12/Mar/2020:19:03:58 +0000`. */
export const gatewayTime = (epochMs: number): string => {
  const at = new Date(epochMs);
  const [, day, , year, time] = at.toUTCString().split(' ');
  return `${day}/${months[at.getUTCMonth()]}/${year}:${time} +0000`;
};

/** Lower-case names; a repeated header is joined with commas. Cookies go into their own list. */
const headersOf = (request: IncomingMessage, sourceIp: string): Record<string, string> => {
  const headers: Record<string, string> = {};
  for (const [name, values] of Object.entries(request.headersDistinct)) {
    if (name !== 'cookie' && values) headers[name] = values.join(',');
  }
  const before = headers['x-forwarded-for'];
  headers['x-forwarded-for'] = before === undefined ? sourceIp : `${before}, ${sourceIp}`;
  headers['x-forwarded-proto'] ??= 'http';
  headers['x-forwarded-port'] ??= String(request.socket.localPort ?? '');
  return headers;
};

const cookiesOf = (request: IncomingMessage): string[] =>
  (request.headersDistinct['cookie'] ?? [])
    .flatMap((line) => line.split(/;\s*/))
    .filter((cookie) => cookie !== '');

/** Decoded; a repeated parameter is joined with commas. */
const queryOf = (query: string): Record<string, string> => {
  const found: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query)) {
    const before = Object.hasOwn(found, name) ? found[name] : undefined;
    Object.defineProperty(found, name, {
      value: before === undefined ? value : `${before},${value}`,
      enumerable: true,
      writable: true,
      configurable: true,
    });
  }
  return found;
};

const filled = (entries: Readonly<Record<string, string | undefined>>): boolean =>
  Object.keys(entries).length > 0;

const bodyOf = ({ request, body }: Request) => {
  if (body.length === 0) return { isBase64Encoded: false };
  // Bytes that are no UTF-8 would lose their content as text; the function is to see what was sent.
  const asText =
    textTypes.test(request.headers['content-type'] ?? '') &&
    !request.headers['content-encoding'] &&
    isUtf8(body);
  return asText
    ? { body: body.toString('utf8'), isBase64Encoded: false }
    : { body: body.toString('base64'), isBase64Encoded: true };
};

const contextOf = (from: Request, rawPath: string, sourceIp: string) => {
  const { request, method, requestId, epochMs } = from;
  const domainName = request.headers.host ?? 'localhost';
  return {
    accountId: '000000000000',
    apiId: 'local',
    domainName,
    domainPrefix: /^[^.:]*/.exec(domainName)?.[0] ?? '',
    http: {
      method,
      path: rawPath,
      protocol: `HTTP/${request.httpVersion}`,
      sourceIp,
      userAgent: request.headers['user-agent'] ?? '',
    },
    requestId,
    routeKey: `${method} ${from.route}`,
    stage: '$default',
    time: gatewayTime(epochMs),
    timeEpoch: epochMs,
  };
};

/** The request as an HTTP API of API Gateway hands it to Lambda (payload format 2.0). */
export const toGatewayEvent = (from: Request): APIGatewayProxyEventV2 => {
  const { request, pathParameters, query } = from;
  const sourceIp = request.socket.remoteAddress?.replace(/^::ffff:/, '') ?? '';
  const cookies = cookiesOf(request);
  const parameters = queryOf(query);
  // AWS decodes the path, in spite of the name.
  const rawPath = decodeURIComponent(from.path);
  const requestContext = contextOf(from, rawPath, sourceIp);
  return {
    version: '2.0',
    routeKey: requestContext.routeKey,
    rawPath,
    rawQueryString: query,
    ...(cookies.length > 0 && { cookies }),
    headers: headersOf(request, sourceIp),
    ...(filled(parameters) && { queryStringParameters: parameters }),
    ...(filled(pathParameters) && { pathParameters }),
    requestContext,
    ...bodyOf(from),
  };
};
