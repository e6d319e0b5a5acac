import { createServer, type RequestListener, type Server } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { listen } from './listener.ts';
import { refuseRaw } from './raw-refusal.ts';

let server: Server | undefined;
let reported: { status: number; requestId: string }[] = [];
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  reported = [];
});

const open = async (answer: RequestListener = (_, response) => response.end('ok')): Promise<number> => {
  server = createServer(
    { requestTimeout: 100, headersTimeout: 100, connectionsCheckingInterval: 20 },
    answer,
  );
  refuseRaw(server, (status, requestId) => reported.push({ status, requestId }));
  return listen(server, '127.0.0.1', 0, 'PORT');
};

/** Everything the server sends until it closes the connection; `then` is sent once it has begun to answer. */
const send = (port: number, first: string, then?: string): Promise<string> =>
  new Promise((resolve) => {
    let heard = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(first));
    socket.on('data', (chunk: Buffer) => {
      if (heard === '' && then !== undefined) socket.write(then);
      heard += chunk.toString();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(heard));
  });

describe('what never becomes a request is refused in the shape of every other refusal', () => {
  test.each([
    ['no HTTP at all', 'hello\r\n\r\n', 400, 'REQUEST_MALFORMED'],
    ['a method nobody knows', 'FETCH / HTTP/1.1\r\nHost: a\r\n\r\n', 400, 'REQUEST_MALFORMED'],
    [
      'two ways to say where the body ends',
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
      'REQUEST_MALFORMED',
    ],
    [
      'a huge header',
      `GET / HTTP/1.1\r\nHost: a\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`,
      431,
      'HEADERS_TOO_LARGE',
    ],
    ['a huge address', `GET /${'y'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`, 431, 'HEADERS_TOO_LARGE'],
    ['headers that do not end', 'GET / HTTP/1.1\r\nHost: a\r\n', 408, 'REQUEST_TOO_SLOW'],
  ])('%s', async (_what, sent, status, code) => {
    const [head = '', body = ''] = (await send(await open(), sent)).split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(head).toContain('content-type: application/problem+json; charset=utf-8');
    expect(head).toContain(`content-length: ${Buffer.byteLength(body)}`);
    const problem = JSON.parse(body) as Record<string, unknown>;
    expect(problem).toMatchObject({ status, code, messageZh: expect.stringMatching(/[一-龥]/) as string });
    expect(reported).toEqual([{ status, requestId: problem['instance'] }]);
  });
});

test('an answer that is half sent is not mixed with a refusal', async () => {
  const port = await open((_, response) => response.writeHead(200, { 'content-length': 100 }).write('half'));
  const heard = await send(port, 'GET / HTTP/1.1\r\nHost: a\r\n\r\n', 'no HTTP\r\n\r\n');
  expect(heard).toMatch(/^HTTP\/1\.1 200 OK/);
  expect(heard).not.toContain('problem');
});
