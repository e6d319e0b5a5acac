import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import * as z from 'zod';
import type { Operation } from '../../functions/contracts/api/operation.ts';
import { operations } from '../../functions/contracts/api/operations.ts';
import { fieldError, problemBody, problemsOf } from '../../functions/contracts/api/problem-body.ts';
import { problems } from '../../functions/contracts/api/problems.ts';
import { virtualClock } from '../../infra/local/clock.ts';
import { startHost, type Host, type HostOptions } from '../../infra/local/host.ts';
import { loadSample } from '../../infra/local/sample/load-sample.ts';

export type Asked = {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** Sent as JSON; `raw` as it stands. */
  readonly body?: unknown;
  readonly raw?: string | Uint8Array<ArrayBuffer>;
  readonly key?: string;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

const answered = z.looseObject({
  applicationId: z.string().optional(),
  state: z.string().optional(),
  version: z.string().optional(),
  nextCursor: z.string().optional(),
  items: z
    .array(z.looseObject({ taskId: z.string().optional(), payoutId: z.string().optional() }))
    .optional(),
});

export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: z.infer<typeof answered>;
  /** The refusal, if it is one. */
  readonly code: string | undefined;
  readonly errors: readonly z.infer<typeof fieldError>[];
};

const chinese = /[一-龥]/;

/** What holds of every refusal, whatever it refuses. */
const mustBeAProblem = (operation: Operation, response: Response, text: string) => {
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  const problem = problemBody.strict().parse(JSON.parse(text));
  expect(problemsOf(operation), `${operation.operationId} answers it`).toContain(problem.code);
  const listed = Object.entries(problems).find(([code]) => code === problem.code)?.[1];
  expect([listed?.status, listed && 'also' in listed ? listed.also : undefined]).toContain(response.status);
  expect(problem.status).toBe(response.status);
  expect(problem.instance).toBe(response.headers.get('apigw-requestid'));
  expect([problem.detail, problem.messageZh]).toEqual([
    expect.stringMatching(/[a-z]{2}/),
    expect.stringMatching(chinese),
  ]);
  for (const { message, messageZh } of problem.errors ?? []) {
    expect(message).toMatch(/[a-z]{2}/);
    expect(message).not.toMatch(/^(Invalid|Too|Unrecognized) /);
    expect(messageZh).toMatch(chinese);
  }
  return problem;
};

const operationOf = (operationId: string): Operation =>
  operations.find((each) => each.operationId === operationId) ?? expect.unreachable(`no ${operationId}`);

const addressOf = (url: string, { path }: Operation, { params = {}, query = {} }: Asked): URL => {
  const address = new URL(
    path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? '')),
    url,
  );
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
  return address;
};

const bodyOf = ({ raw, body }: Asked) => ({ body: raw ?? JSON.stringify(body ?? {}) });

let keys = 0;
const changing = ({ key }: Asked) => ({
  'content-type': 'application/json',
  'idempotency-key': key ?? `key-${String((keys += 1)).padStart(8, '0')}`,
});

const readAnswer = async (operation: Operation, response: Response): Promise<Answer> => {
  const { status, headers } = response;
  const text = await response.text();
  const isJson = /json/.test(headers.get('content-type') ?? '');
  const { code, errors = [] } = response.ok ? {} : mustBeAProblem(operation, response, text);
  return { status, headers, text, body: answered.parse(isJson ? JSON.parse(text) : {}), code, errors };
};

/**
 * A desk in this process with its sample registers, and its door: every refusal is held to the shape of all. `load`
 * brings other functions than the desk's own sources.
 */
export const openDesk = async (opening = '2020-06-15T01:00:00.000Z', load?: HostOptions['load']) => {
  const folder = await mkdtemp(join(tmpdir(), 'subsidy-test-desk-'));
  const logged: string[] = [];
  const host: Host = await startHost({
    dataDir: join(folder, 'data'),
    host: '127.0.0.1',
    port: 0,
    clock: virtualClock(Date.parse(opening)),
    writeLog: (line) => logged.push(line),
    ...(load && { load }),
  });
  await loadSample(host);
  host.markSampleLoaded();
  const tokens = new Map<string, string>();
  const tokenOf = async (user: string): Promise<string> => {
    const token = tokens.get(user) ?? (await host.issueToken(user));
    tokens.set(user, token);
    return token;
  };

  const ask = async (user: string | undefined, operationId: string, asked: Asked = {}): Promise<Answer> => {
    const operation = operationOf(operationId);
    const token = asked.token ?? (user === undefined ? undefined : await tokenOf(user));
    const response = await fetch(addressOf(host.url, operation, asked), {
      method: operation.method,
      ...(operation.method !== 'GET' && bodyOf(asked)),
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(operation.method !== 'GET' && changing(asked)),
        ...asked.headers,
      },
    });
    return readAnswer(operation, response);
  };

  return {
    host,
    logged,
    ask,
    tokenOf,
    /** Lets time pass; tokens given before are given up. */
    wait: async (hours: number) => {
      tokens.clear();
      await host.advanceClock(hours * 3600 * 1000);
    },
    close: async () => {
      await host.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
export type OpenDesk = Awaited<ReturnType<typeof openDesk>>;
