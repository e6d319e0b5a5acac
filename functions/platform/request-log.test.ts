import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { nothing } from '../contracts/api/parts.ts';
import type { Operation } from '../contracts/api/operation.ts';
import { aGatewayEvent, readAnswer } from '../../test/support/gateway-event.ts';
import { PermanentError, ProblemError } from './errors.ts';
import { requestLines, type RequestLine } from './request-log.ts';
import { asPublicRead, asPublicChange } from './route.ts';
import { asTask } from './task.ts';

const id = 'A20200316-7K3M9QW2ZD';
let lines: RequestLine[];
const hear = (message: unknown) => void lines.push(message as RequestLine);
beforeEach(() => {
  lines = [];
  subscribe(requestLines.name, hear);
});
afterEach(() => {
  unsubscribe(requestLines.name, hear);
  vi.unstubAllEnvs();
});

const read = {
  operationId: 'readThing',
  method: 'GET',
  path: '/things/{thing}',
  tag: 'Things',
  access: 'PUBLIC',
  summary: { zh: '读', en: 'Read a thing' },
  params: z.strictObject({ thing: z.string() }),
  query: nothing,
  body: z.undefined(),
  status: 200,
  response: z.object({ applicationId: z.string() }),
  problems: [],
} as const satisfies Operation;
const change = {
  ...read,
  operationId: 'makeThing',
  method: 'POST',
  params: nothing,
  body: z.unknown(),
} as const;

const ask = (thing: string, run = () => Promise.resolve({ applicationId: id })) =>
  readAnswer(asPublicRead(read, () => run)(aGatewayEvent({ params: { thing } }), {}));

test.each([
  ['an application', id, id],
  ['a task of it', `${id}.VERIFY.7`, id],
  ['a payout of it', `${id}.PAYOUT.1`, id],
  ['a citizen’s number by mistake', '141124198506129974', undefined],
])(
  'a request about %s is one line that names the application, and nothing else of the path',
  async (_case, thing, named) => {
    const { headers } = await ask(thing);
    expect(headers['x-request-id']).toBe('request-1');
    expect(lines).toEqual([
      {
        kind: 'HTTP',
        operation: 'readThing',
        requestId: 'request-1',
        ...(named !== undefined && { applicationId: named }),
        outcome: 'OK',
        ms: expect.any(Number) as number,
      },
    ]);
  },
);

test('a change that makes an application names it', async () => {
  const handler = asPublicChange(change, () => async () => ({ applicationId: id }));
  await handler(aGatewayEvent({ method: 'POST', body: {}, key: 'key-12345678' }), {});
  expect(lines).toMatchObject([{ operation: 'makeThing', applicationId: id }]);
});

test('a refusal and a failure are told by their codes', async () => {
  const refuse = async () => Promise.reject(new ProblemError(404, 'NOT_FOUND', '张小兰 is not here'));
  const fail = async () => Promise.reject(new Error('6217000010000000003'));
  expect((await ask(id, refuse)).headers['x-request-id']).toBe('request-1');
  await ask(id, fail);
  expect(lines.map(({ outcome }) => outcome)).toEqual(['NOT_FOUND', 'INTERNAL']);
  expect(JSON.stringify(lines)).not.toMatch(/张小兰|6217/);
});

test('a task is one line too, with the trace it belongs to', async () => {
  vi.stubEnv(
    '_X_AMZN_TRACE_ID',
    'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1',
  );
  const task = asTask({
    input: z.object({ applicationId: z.string(), fails: z.boolean() }),
    output: z.object({}),
    run: async ({ fails }) => {
      if (fails) throw new PermanentError('6217000010000000003');
      return {};
    },
  });
  const context = { functionName: 'CheckApplication', awsRequestId: 'r-1' } as never;
  await task({ applicationId: id, fails: false }, context);
  await expect(task({ applicationId: id, fails: true }, context)).rejects.toThrow();
  expect(lines).toMatchObject([
    {
      kind: 'TASK',
      operation: 'CheckApplication',
      requestId: 'r-1',
      applicationId: id,
      traceId: '1-5759e988-bd862e3fe1be46a994272793',
      outcome: 'OK',
    },
    { outcome: 'Permanent' },
  ]);
  expect(JSON.stringify(lines)).not.toContain('6217');
});
