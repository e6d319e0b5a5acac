import { randomUUID } from 'node:crypto';
import { type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { codeOf } from './host-error.ts';
import { type HostProblem, problem } from './problem.ts';

const problemOf: Readonly<Record<string, HostProblem>> = {
  HPE_HEADER_OVERFLOW: 'HEADERS_TOO_LARGE',
  ERR_HTTP_REQUEST_TIMEOUT: 'REQUEST_TOO_SLOW',
};

const rawAnswer = (error: unknown, requestId: string): { status: number; text: string } => {
  const { statusCode, headers, body } = problem(problemOf[codeOf(error)] ?? 'REQUEST_MALFORMED', requestId, {
    connection: 'close',
    'apigw-requestid': requestId,
  });
  const lines = [
    `HTTP/1.1 ${statusCode} ${STATUS_CODES[statusCode] ?? ''}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  return { status: statusCode, text: `${lines.join('\r\n')}\r\n\r\n${body}` };
};

/**
 * What never becomes a request (no HTTP, headers too large, a sender who does not go on) is refused in the shape of
 * every other refusal. A connection whose answer is half sent, or whose sender has left, is only closed.
 */
export const refuseRaw = (server: Server, report: (status: number, requestId: string) => void): void => {
  const answers = new WeakMap<Duplex, ServerResponse>();
  server.on('request', ({ socket }, response) => answers.set(socket, response));
  server.on('clientError', (error, socket) => {
    const answer = answers.get(socket);
    const halfSent = answer?.headersSent === true && !answer.writableFinished;
    if (!socket.writable || halfSent) return void socket.destroy();
    const requestId = randomUUID();
    const { status, text } = rawAnswer(error, requestId);
    report(status, requestId);
    socket.end(text, () => socket.destroy());
  });
};
