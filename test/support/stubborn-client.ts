import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import type { Operation } from '../../functions/contracts/api/operation.ts';
import type { Asked } from '../../infra/cli/api-client.ts';
import type { DeskProcess } from './desk-process.ts';

/** A change that the desk has acknowledged: who asked, under which key, and every answer that was given to it. */
export type Acknowledged = {
  readonly key: string;
  readonly operationId: string;
  readonly answer: unknown;
};

type Repeat = 'AFTERWARDS' | 'AT_ONCE' | undefined;

/** What a test does around each change: kill the desk while it is under way, or send it once more. */
export type Around = {
  /** Called in the moment a change is sent, and again when its answer is there. */
  readonly sent?: () => void;
  readonly answered?: () => void;
  /** Whether the answer is taken for lost, so that the request is sent again, or that it is sent twice at once. */
  readonly repeat?: () => Repeat;
};

export type StubbornClient = {
  readonly call: <O extends Operation>(
    operation: O,
    asked: Asked<O>,
    user?: string,
  ) => Promise<z.output<O['response']>>;
  readonly acknowledged: readonly Acknowledged[];
  /** How many times a change got no answer and was sent again. */
  readonly unanswered: () => number;
  readonly forgetTokens: () => void;
};

const passing = new Set([429, 502, 503, 504]);
const secrets = z.record(z.string(), z.string());
const granted = z.object({ access_token: z.string() });
const texts = z.record(z.string(), z.union([z.string(), z.number()]).optional());

const pathOf = (operation: Operation, { params, query }: Asked<Operation>): string => {
  const named = texts.parse(params ?? {});
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(named[name])),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(texts.parse(query ?? {})))
    if (value !== undefined) search.set(name, String(value));
  return search.size === 0 ? path : `${path}?${search.toString()}`;
};

/**
 * Asks until it is answered: a request whose answer did not come is sent again under the same Idempotency-Key,
 * through as many deaths of the desk as there are. A refusal of the desk is an error of the test.
 */
export const createStubbornClient = (desk: DeskProcess, around: Around = {}): StubbornClient => {
  const acknowledged: Acknowledged[] = [];
  const tokens = new Map<string, Promise<string>>();
  let unanswered = 0;

  const askOnce = async (path: string, init: RequestInit, onSent: () => void) => {
    await desk.open();
    const asking = fetch(new URL(path, desk.url), init).then(async (response) => ({
      status: response.status,
      text: await response.text(),
    }));
    onSent();
    const got = await asking.catch(() => undefined);
    return got === undefined || passing.has(got.status) ? undefined : got;
  };
  const until = async (path: string, init: RequestInit, onSent = () => {}, onSilence = () => {}) => {
    for (let attempt = 1; attempt <= 40; attempt += 1) {
      const got = await askOnce(path, init, onSent);
      if (got !== undefined && got.status < 300) return got.text;
      if (got !== undefined) throw new Error(`${path}: ${got.status} ${got.text}`);
      onSilence();
      await pause(20);
    }
    throw new Error(`${path} was never answered`);
  };
  const untilChanged = (path: string, init: RequestInit) =>
    until(path, init, around.sent, () => (unanswered += 1));

  const signIn = async (user: string): Promise<string> => {
    const secret = secrets.parse(JSON.parse(readFileSync(desk.file('secrets/users.json'), 'utf8')))[user];
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: user,
      client_secret: secret ?? '',
    });
    return granted.parse(JSON.parse(await until('/oidc/token', { method: 'POST', body }))).access_token;
  };
  const tokenOf = (user: string): Promise<string> => {
    const held = tokens.get(user) ?? signIn(user);
    tokens.set(user, held);
    return held;
  };

  const sendAll = async (path: string, init: RequestInit, repeat: Repeat): Promise<string[]> => {
    const send = () => untilChanged(path, init);
    const answers = await Promise.all(repeat === 'AT_ONCE' ? [send(), send()] : [send()]);
    return repeat === 'AFTERWARDS' ? [...answers, await send()] : answers;
  };

  /** The answer; those to its repeats must be the same, but for files, which are made anew each time. */
  const change = async (
    { operationId, produces }: Operation,
    path: string,
    init: RequestInit,
    key: string,
  ) => {
    const answers = await sendAll(path, init, around.repeat?.());
    const [text = ''] = answers;
    const isJson = produces === undefined;
    if (isJson && answers.some((answer) => answer !== text))
      throw new Error(`${operationId} and its repeat were answered ${answers.join(' and ')}`);
    acknowledged.push({ key, operationId, answer: isJson ? JSON.parse(text) : text });
    around.answered?.();
    return text;
  };

  return {
    call: async <O extends Operation>(operation: O, asked: Asked<O>, user?: string) => {
      const key = randomUUID();
      const isChange = operation.method !== 'GET';
      const init: RequestInit = {
        method: operation.method,
        headers: {
          ...(user !== undefined && { authorization: `Bearer ${await tokenOf(user)}` }),
          ...(isChange && { 'content-type': 'application/json', 'idempotency-key': key }),
        },
        ...(isChange && { body: JSON.stringify(asked.body) }),
      };
      const path = pathOf(operation, asked);
      const text = isChange ? await change(operation, path, init, key) : await until(path, init);
      return (operation.response as O['response']).parse(
        operation.produces === undefined ? JSON.parse(text) : text,
      );
    },
    acknowledged,
    unanswered: () => unanswered,
    forgetTokens: () => tokens.clear(),
  };
};
