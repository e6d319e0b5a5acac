import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { morning } from './issuer.ts';

type Sent = {
  method?: string;
  path?: string;
  params?: Record<string, string>;
  query?: Record<string, string>;
  /** Sent as JSON; `text` as it stands. */
  body?: unknown;
  text?: string;
  headers?: Record<string, string>;
  token?: string;
  key?: string;
  at?: string;
  sourceIp?: string;
};

const headersOf = ({ token, key, headers }: Sent): Record<string, string> => ({
  ...(token !== undefined && { authorization: `Bearer ${token}` }),
  ...(key !== undefined && { 'idempotency-key': key }),
  ...headers,
});

const bodyOf = ({ text, body }: Sent) => {
  const sent = text ?? (body === undefined ? undefined : JSON.stringify(body));
  return sent === undefined ? {} : { body: sent };
};

/** A request as API Gateway hands it to a function (payload format 2.0). */
export const aGatewayEvent = (sent: Sent = {}): APIGatewayProxyEventV2 => {
  const { method = 'GET', path = '/things', at = morning, sourceIp = '203.0.113.7' } = sent;
  const routeKey = `${method} ${path}`;
  return {
    version: '2.0',
    routeKey,
    rawPath: path,
    rawQueryString: '',
    headers: headersOf(sent),
    ...(sent.params && { pathParameters: sent.params }),
    ...(sent.query && { queryStringParameters: sent.query }),
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: 'localhost',
      domainPrefix: 'localhost',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp, userAgent: 'test' },
      requestId: 'request-1',
      routeKey,
      stage: '$default',
      time: '16/Mar/2020:02:00:00 +0000',
      timeEpoch: Date.parse(at),
    },
    ...bodyOf(sent),
    isBase64Encoded: false,
  };
};

/** What a handler answered: status, headers, and the body read as JSON where it is JSON. */
export const readAnswer = async (answer: Promise<APIGatewayProxyStructuredResultV2>) => {
  const { statusCode, headers = {}, body = '' } = await answer;
  const isJson = String(headers['content-type']).includes('json');
  return { status: statusCode, headers, body: (isJson ? JSON.parse(body) : body) as unknown, text: body };
};
