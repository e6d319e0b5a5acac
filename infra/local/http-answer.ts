import type { ServerResponse } from 'node:http';
import * as z from 'zod';

/** What a function behind an HTTP API may answer when it means to set the status itself. */
const structured = z.looseObject({
  statusCode: z.union([
    z.int().min(100).max(599),
    z
      .string()
      .regex(/^[1-5]\d\d$/)
      .transform(Number),
  ]),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
  cookies: z.array(z.string()).default([]),
  body: z.string().default(''),
  isBase64Encoded: z.boolean().default(false),
});

export type Answer = {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly cookies: readonly string[];
  readonly body: Buffer;
};

const inferred = (body: string): Answer => ({
  status: 200,
  headers: new Map([['content-type', 'application/json']]),
  cookies: [],
  body: Buffer.from(body),
});

/**
 * The function's result as API Gateway reads it: with a statusCode it is an answer, without one it is the body.
 * @throws ZodError when it sets a statusCode but is no answer API Gateway would take
 */
export const toAnswer = (result: unknown): Answer => {
  const plain = typeof result !== 'object' || result === null || !('statusCode' in result);
  if (plain) return inferred(typeof result === 'string' ? result : JSON.stringify(result ?? null));
  const { statusCode, headers, cookies, body, isBase64Encoded } = structured.parse(result);
  const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)] as const);
  return {
    status: statusCode,
    headers: new Map([
      ...(body === '' ? [] : [['content-type', 'text/plain;charset=UTF-8'] as const]),
      ...named,
    ]),
    cookies,
    body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'),
  };
};

const withoutBody = (status: number) => status === 204 || status === 304;

/** Writes an answer; a HEAD gets the headers only. */
export const sendAnswer = (response: ServerResponse, answer: Answer, headOnly: boolean): void => {
  const bare = withoutBody(answer.status);
  response.writeHead(answer.status, {
    ...Object.fromEntries(answer.headers),
    ...(answer.cookies.length > 0 && { 'set-cookie': [...answer.cookies] }),
    ...(!bare && { 'content-length': answer.body.length }),
  });
  response.end(bare || headOnly ? undefined : answer.body);
};
