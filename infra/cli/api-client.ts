import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import type { Operation } from '../../functions/contracts/api/operation.ts';

export type Asked<O extends Operation> = {
  readonly params?: z.input<O['params']>;
  readonly query?: z.input<O['query']>;
  readonly body?: z.input<O['body']>;
};

/** The desk refused: its own code and sentence. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;
  readonly code: string;
  constructor(operationId: string, status: number, code: string, detail: string) {
    super(`${operationId}: ${status} ${code}: ${detail}`);
    this.status = status;
    this.code = code;
  }
}

const problemBody = z.object({ code: z.string(), detail: z.string(), errors: z.unknown().optional() });

const pausesMs = [50, 150, 400, 1000] as const;
/** Answers worth a second try with the same Idempotency-Key. */
const passing = new Set([429, 502, 503, 504]);

const texts = z.record(z.string(), z.union([z.string(), z.number()]).optional());

const urlOf = (base: string, operation: Operation, { params, query }: Asked<Operation>): URL => {
  const named = texts.parse(params ?? {});
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(named[name])),
  );
  const url = new URL(path, base);
  for (const [name, value] of Object.entries(texts.parse(query ?? {})))
    if (value !== undefined) url.searchParams.set(name, String(value));
  return url;
};

const send = async (url: URL, init: RequestInit): Promise<Response> => {
  for (const pauseMs of pausesMs) {
    const response = await fetch(url, init).catch(() => undefined);
    if (response !== undefined && !passing.has(response.status)) return response;
    await response?.body?.cancel();
    await pause(pauseMs);
  }
  return fetch(url, init);
};

const refusal = async ({ operationId }: Operation, response: Response): Promise<ApiProblem> => {
  const text = await response.text();
  const found = problemBody.safeParse(text.startsWith('{') ? JSON.parse(text) : undefined);
  const { code = 'NO_PROBLEM', detail = text.slice(0, 200), errors } = found.data ?? {};
  const fields = errors === undefined ? '' : ` ${JSON.stringify(errors)}`;
  return new ApiProblem(operationId, response.status, code, detail + fields);
};

const parsed = <Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> =>
  schema.parse(value);

export type ApiClient = {
  /** One operation of the API, by its contract; a passing failure is tried again under the same Idempotency-Key. */
  readonly call: <O extends Operation>(
    operation: O,
    asked: Asked<O>,
    token?: string,
  ) => Promise<z.output<O['response']>>;
};

/** @throws ApiProblem from `call`, when the desk refuses */
export const createApiClient = (base: string): ApiClient => ({
  call: async <O extends Operation>(operation: O, asked: Asked<O>, token?: string) => {
    const response = await send(urlOf(base, operation, asked), {
      method: operation.method,
      headers: {
        accept: 'application/json, text/csv, application/problem+json',
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(operation.method !== 'GET' && {
          'content-type': 'application/json',
          'idempotency-key': randomUUID(),
        }),
      },
      ...(operation.method !== 'GET' && { body: JSON.stringify(asked.body) }),
    });
    if (!response.ok) throw await refusal(operation, response);
    const answer = operation.produces === undefined ? await response.json() : await response.text();
    return parsed<O['response']>(operation.response, answer);
  },
});

type Page<Item> = { readonly items: readonly Item[]; readonly nextCursor?: string | undefined };

/** Every entry of a list that is read page by page. */
export const allPages = async <Item>(
  read: (cursor: string | undefined) => Promise<Page<Item>>,
): Promise<Item[]> => {
  const found: Item[] = [];
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    found.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return found;
};
