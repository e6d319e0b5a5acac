import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openAccessLog, type AccessLog } from './access-log.ts';
import { gatewayTime } from './http-event.ts';
import type { Route } from './http-routes.ts';
import { createHttpServer, type HttpServer } from './http-server.ts';

const now = Date.parse('2020-03-12T19:03:58.123Z');
const logged: string[] = [];
let events: APIGatewayProxyEventV2[] = [];
let release: () => void = () => undefined;

const route = (
  method: Route['method'],
  path: string,
  answer: (event: APIGatewayProxyEventV2) => unknown,
): Route => ({
  operationId: `${method} ${path}`,
  method,
  path,
  handler: async (event) => {
    events.push(event);
    return answer(event);
  },
});

const routes: Route[] = [
  route('POST', '/applications/{applicationId}/submit', () => ({
    statusCode: 202,
    headers: { ETag: '"1"' },
    body: '{}',
  })),
  route('GET', '/applications/{applicationId}', () => ({ lines: 3 })),
  route('DELETE', '/applications/{applicationId}', () => ({ statusCode: 204 })),
  route('GET', '/cookies', () => ({ statusCode: 200, cookies: ['a=1; HttpOnly', 'b=2'], body: 'two' })),
  route('GET', '/binary', () => ({
    statusCode: 200,
    headers: { 'content-type': 'image/png' },
    body: Buffer.from([0, 255, 137]).toString('base64'),
    isBase64Encoded: true,
  })),
  route('GET', '/words', () => 'just words'),
  route('GET', '/crash', () => {
    throw new TypeError('account 6222020405001234567 is not a function');
  }),
  route('GET', '/broken', () => ({ statusCode: 'many' })),
  route('GET', '/split-header', () => ({ statusCode: 200, headers: { 'x-name': 'a\r\nb' } })),
  route(
    'GET',
    '/slow',
    () => new Promise((resolve) => (release = () => resolve({ statusCode: 200, body: 'late' }))),
  ),
];

let folder: string;
let server: HttpServer;
let accessLog: AccessLog;
let url: string;

const create = (answerWithinMs = 5_000) =>
  createHttpServer({
    log: (code, identifiers) => logged.push(JSON.stringify({ code, ...identifiers })),
    accessLog,
    now: () => now,
    answerWithinMs,
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-http-'));
  accessLog = openAccessLog(join(folder, 'access.log'));
  server = create();
  server.serve(routes);
  url = `http://127.0.0.1:${await server.listen('127.0.0.1', 0)}`;
});
afterAll(async () => {
  await server.close();
  accessLog.close();
  await rm(folder, { recursive: true });
});

const ask = async (path: string, init: RequestInit = {}) => {
  events = [];
  const response = await fetch(url + path, init);
  return { response, event: events[0], text: await response.text() };
};

describe('what a function sees of a request', () => {
  test('the event has the shape API Gateway gives it', async () => {
    const { event } = await ask('/applications/A1%20%E4%B8%B4/submit?day=2020-03-16&tag=a&tag=b%26c', {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Cookie: 'one=1; two=2',
        'User-Agent': 'test',
        'X-Twice': 'a',
      },
      body: '{"文":1}',
    });
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'POST /applications/{applicationId}/submit',
      rawPath: '/applications/A1 临/submit',
      rawQueryString: 'day=2020-03-16&tag=a&tag=b%26c',
      cookies: ['one=1', 'two=2'],
      queryStringParameters: { day: '2020-03-16', tag: 'a,b&c' },
      pathParameters: { applicationId: 'A1 临' },
      body: '{"文":1}',
      isBase64Encoded: false,
      requestContext: {
        http: {
          method: 'POST',
          path: '/applications/A1 临/submit',
          protocol: 'HTTP/1.1',
          sourceIp: '127.0.0.1',
          userAgent: 'test',
        },
        routeKey: 'POST /applications/{applicationId}/submit',
        stage: '$default',
        time: '12/Mar/2020:19:03:58 +0000',
        timeEpoch: now,
        domainName: url.replace('http://', ''),
      },
    });
    expect(event?.headers).toMatchObject({ 'x-twice': 'a', 'x-forwarded-for': '127.0.0.1' });
    expect(event?.headers).not.toHaveProperty('cookie');
  });

  test('a repeated header is joined with commas', async () => {
    events = [];
    await new Promise<void>((resolve, reject) => {
      const call = httpRequest(`${url}/words`, (response) => response.resume().once('end', resolve));
      call.setHeader('x-twice', ['a', 'b']);
      call.once('error', reject).end();
    });
    expect(events[0]?.headers['x-twice']).toBe('a,b');
  });

  test('what is absent is left out, as AWS leaves it out', async () => {
    const { event } = await ask('/words');
    for (const name of ['body', 'cookies', 'queryStringParameters', 'pathParameters', 'stageVariables'])
      expect(event).not.toHaveProperty(name);
    expect(event?.rawQueryString).toBe('');
  });

  test.each([
    ['application/json; charset=utf-8', false],
    ['text/csv', false],
    ['application/xml', false],
    ['application/x-www-form-urlencoded', true],
    ['application/problem+json', true],
    ['application/octet-stream', true],
  ])('a body of %s is %s to be base64', async (type, isBase64Encoded) => {
    const { event } = await ask('/applications/A1/submit', {
      method: 'POST',
      headers: { 'content-type': type },
      body: 'a=1',
    });
    expect(event).toMatchObject({
      isBase64Encoded,
      body: isBase64Encoded ? Buffer.from('a=1').toString('base64') : 'a=1',
    });
  });

  test.each(['__proto__=1&a=2', 'a=2&constructor=3'])('the query %s is only data', async (query) => {
    const { event } = await ask(`/words?${query}`);
    expect(Object.keys(event?.queryStringParameters ?? {})).toHaveLength(2);
    expect(event?.queryStringParameters?.['a']).toBe('2');
  });

  test('a day of one figure is written with its nought', () => {
    expect(gatewayTime(Date.parse('2020-11-03T00:00:00Z'))).toBe('03/Nov/2020:00:00:00 +0000');
  });
});

describe('what a caller sees of an answer', () => {
  test('status, headers and body are the function’s', async () => {
    const { response, text } = await ask('/applications/A1/submit', { method: 'POST' });
    expect([response.status, response.headers.get('etag'), text]).toEqual([202, '"1"', '{}']);
    expect(response.headers.get('content-type')).toBe('text/plain;charset=UTF-8');
  });

  test('an answer without a status is the body, as JSON', async () => {
    const { response, text } = await ask('/applications/A1');
    expect([response.status, response.headers.get('content-type'), text]).toEqual([
      200,
      'application/json',
      '{"lines":3}',
    ]);
    expect((await ask('/words')).text).toBe('just words');
  });

  test('each cookie is a header of its own', async () => {
    expect((await ask('/cookies')).response.headers.getSetCookie()).toEqual(['a=1; HttpOnly', 'b=2']);
  });

  test('a base64 answer arrives as bytes', async () => {
    const response = await fetch(`${url}/binary`);
    expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([0, 255, 137]);
  });

  test('204 has no body and no length', async () => {
    const { response, text } = await ask('/applications/A1', { method: 'DELETE' });
    expect([response.status, response.headers.get('content-length'), text]).toEqual([204, null, '']);
  });

  test('a HEAD is its GET without the body', async () => {
    const { response, text, event } = await ask('/applications/A1', { method: 'HEAD' });
    expect([response.status, response.headers.get('content-length'), text]).toEqual([200, '11', '']);
    expect(event?.requestContext.http.method).toBe('GET');
  });
});

describe('what no function answers', () => {
  const problemOf = (text: string) => JSON.parse(text) as Record<string, unknown>;

  test.each([
    '/nothing',
    '/applications',
    '/applications/A1/',
    '/applications/A%2F1',
    '/applications/%E0%A4%A',
    '//words',
  ])('%s is not there', async (path) => {
    const { response, text } = await ask(path);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(problemOf(text)).toMatchObject({ code: 'NOT_FOUND', status: 404 });
  });

  test('a wrong method is told the right ones', async () => {
    const { response, text } = await ask('/applications/A1', { method: 'PUT' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, DELETE, HEAD, OPTIONS']);
    expect(problemOf(text)['code']).toBe('METHOD_NOT_ALLOWED');
    expect((await ask('/applications/A1', { method: 'PATCH' })).response.status).toBe(405);
  });

  test('OPTIONS names the methods', async () => {
    const { response } = await ask('/words', { method: 'OPTIONS' });
    expect([response.status, response.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS']);
  });

  test('more than 10 MB is refused before any function sees it', async () => {
    const { response, text, event } = await ask('/applications/A1/submit', {
      method: 'POST',
      body: 'x'.repeat(10 * 1024 * 1024 + 1),
    });
    expect([response.status, problemOf(text)['code'], event]).toEqual([413, 'REQUEST_TOO_LARGE', undefined]);
  });

  test.each(['/crash', '/broken', '/split-header'])(
    '%s fails without saying why to the caller',
    async (path) => {
      const { response, text } = await ask(path);
      expect([response.status, problemOf(text)['code']]).toEqual([500, 'INTERNAL']);
      expect(logged.at(-1)).toContain(String(problemOf(text)['instance']));
      expect(text + logged.join()).not.toContain('6222020405001234567');
    },
  );

  test('an operation that takes too long is given up on', async () => {
    const hasty = create(50);
    hasty.serve(routes);
    const port = await hasty.listen('127.0.0.1', 0);
    const response = await fetch(`http://127.0.0.1:${port}/slow`);
    expect(response.status).toBe(503);
    release();
    await hasty.close();
  });

  test('before the desk is open every request is told to come back', async () => {
    const early = create();
    const port = await early.listen('127.0.0.1', 0);
    const response = await fetch(`http://127.0.0.1:${port}/words`);
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '1']);
    await early.close();
  });
});

test('a request in flight is finished before the server closes', async () => {
  const closing = create();
  closing.serve(routes);
  const port = await closing.listen('127.0.0.1', 0);
  const before = events.length;
  const answer = fetch(`http://127.0.0.1:${port}/slow`);
  await expect.poll(() => events.length).toBe(before + 1);
  const closed = closing.close();
  release();
  expect(await (await answer).text()).toBe('late');
  await closed;
  await expect(fetch(`http://127.0.0.1:${port}/words`)).rejects.toThrow();
});

test('a port that is taken is named, with the variable that mends it', async () => {
  const port = Number(new URL(url).port);
  await expect(create().listen('127.0.0.1', port)).rejects.toThrow(
    `Port ${port} on 127.0.0.1 is in use. Stop what listens there, or set PORT`,
  );
});

describe('the access log', () => {
  test('names the route and never the path or the query', async () => {
    await ask('/applications/140321199001019970?phone=13800000000');
    await expect
      .poll(() => readFile(join(folder, 'access.log'), 'utf8'))
      .toContain('"route":"/applications/{applicationId}"');
    const text = await readFile(join(folder, 'access.log'), 'utf8');
    expect(text).not.toMatch(/1403211990|13800000000/);
    const last = JSON.parse(text.trim().split('\n').at(-1)!) as object;
    expect(Object.keys(last)).toEqual(['at', 'method', 'route', 'status', 'ms', 'requestId']);
  });

  test('is cut at its size, the former part kept', async () => {
    const path = join(folder, 'small.log');
    const line = { at: '', method: 'GET', route: '/', status: 200, ms: 1, requestId: 'r' };
    for (const requestId of ['first', 'second']) {
      const small = openAccessLog(path, 10);
      small.write({ ...line, requestId });
      small.close();
    }
    expect(await readFile(`${path}.1`, 'utf8')).toContain('second');
    expect(await readFile(path, 'utf8')).toBe('');
  });
});

test('the access log says what the function said of the request, on the same line, and no longer', async () => {
  const path = join(folder, 'described.log');
  const log = openAccessLog(path);
  const line = { at: '', method: 'GET', route: '/', status: 200, ms: 1, requestId: 'r' };
  log.describe('r', { applicationId: 'A20200316-7K3M9QW2ZD', outcome: 'OK' });
  log.write(line);
  log.write(line);
  log.close();
  const [first = '', second = ''] = (await readFile(path, 'utf8')).split('\n');
  expect(JSON.parse(first)).toEqual({ ...line, applicationId: 'A20200316-7K3M9QW2ZD', outcome: 'OK' });
  expect(JSON.parse(second)).toEqual(line);
});
