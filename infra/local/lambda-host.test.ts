import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { PermanentError } from '../../functions/platform/errors.ts';
import { createLambdaHost } from './lambda-host.ts';
import { lambdaArn } from './place.ts';
import { type LambdaServer, startLambdaServer } from './lambda-server.ts';

const logged: string[] = [];
const seen: unknown[] = [];
const shared = { changed: false };

const host = createLambdaHost({
  handlers: () => ({
    Echo: async (event, context) => ({ event, context }),
    Nothing: async () => undefined,
    Keep: async (event) => void seen.push(event),
    Leak: async () => shared,
    Refuse: async () => {
      throw new PermanentError('No account 6222020405001234567 here');
    },
    Hang: () => new Promise(() => undefined),
    Huge: async () => 'x'.repeat(6 * 1024 * 1024 + 200),
    Loop: async () => {
      const self: Record<string, unknown> = {};
      self['self'] = self;
      return self;
    },
  }),
  log: (code, identifiers) => logged.push(JSON.stringify({ code, ...identifiers })),
  timeoutMs: 150,
});

let server: LambdaServer;
let client: LambdaClient;

beforeAll(async () => {
  server = await startLambdaServer(host, 0);
  client = new LambdaClient({
    endpoint: server.url,
    region: 'cn-north-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
});
afterAll(async () => {
  client.destroy();
  await server.close();
});

/** What the functions above answer, or Lambda's report of their failure. */
const answerBody = z
  .object({ event: z.unknown(), context: z.unknown(), errorType: z.string(), errorMessage: z.string() })
  .partial()
  .nullable();

const invoke = async (FunctionName: string, payload: unknown = {}, more: object = {}) => {
  const answer = await client.send(
    new InvokeCommand({ FunctionName, Payload: JSON.stringify(payload), ...more }),
  );
  const text = answer.Payload?.transformToString() ?? '';
  return { ...answer, body: text === '' ? null : answerBody.parse(JSON.parse(text)) };
};

describe('functions behind the Lambda Invoke protocol', () => {
  test.each([
    ['a name', 'Echo'],
    ['a name with its version', 'Echo:$LATEST'],
    ['an ARN', 'arn:aws:lambda:cn-north-1:000000000000:function:Echo'],
    ['an ARN of the Chinese partition', 'arn:aws-cn:lambda:cn-north-1:000000000000:function:Echo:$LATEST'],
  ])('%s reaches the function', async (_kind, name) => {
    const { StatusCode, ExecutedVersion, FunctionError, body } = await invoke(name, { applicationId: 'A1' });
    expect({ StatusCode, ExecutedVersion, FunctionError }).toEqual({
      StatusCode: 200,
      ExecutedVersion: '$LATEST',
      FunctionError: undefined,
    });
    expect(body?.event).toEqual({ applicationId: 'A1' });
    expect(body?.context).toMatchObject({ functionName: 'Echo', invokedFunctionArn: lambdaArn('Echo') });
  });

  test('a function that answers nothing answers null', async () => {
    expect((await invoke('Nothing')).body).toBeNull();
  });

  test('a failure carries its name for the machine and no personal number', async () => {
    const { FunctionError, body } = await invoke('Refuse');
    expect(FunctionError).toBe('Unhandled');
    expect(body?.errorType).toBe('Permanent');
    expect(body?.errorMessage).toBe('No account [number] here');
    expect(JSON.stringify(body)).not.toContain('6222020405001234567');
    expect(logged.at(-1)).toContain('"errorType":"Permanent"');
    expect(logged.join()).not.toContain('6222020405001234567');
  });

  test('a function that does not answer in time is reported as Lambda does', async () => {
    const { FunctionError, body } = await invoke('Hang');
    expect(FunctionError).toBe('Unhandled');
    expect(body?.errorType).toBe('Sandbox.Timedout');
  });

  test.each([
    ['longer than Lambda carries', 'Huge', 'Function.ResponseSizeTooLarge'],
    ['that is not JSON', 'Loop', 'TypeError'],
  ])('an answer %s is a failure of the function', async (_why, name, errorType) => {
    expect((await invoke(name)).body?.errorType).toBe(errorType);
  });

  test.each(['Unknown', 'Echo:7', 'toString', 'arn:aws:lambda:cn-north-1:000000000000:function:Unknown'])(
    'there is no function %s',
    async (name) => {
      await expect(invoke(name)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    },
  );

  test('a payload over 6 MB is refused', async () => {
    await expect(invoke('Echo', 'x'.repeat(6 * 1024 * 1024))).rejects.toMatchObject({
      name: 'RequestTooLargeException',
    });
  });

  test('a payload that is not JSON is refused without being quoted', async () => {
    const call = client.send(new InvokeCommand({ FunctionName: 'Echo', Payload: 'secret words' }));
    await expect(call).rejects.toThrow('Could not parse request body into json');
  });

  test('an Event call is taken at once and run', async () => {
    const { StatusCode } = await invoke('Keep', { number: 1 }, { InvocationType: 'Event' });
    expect(StatusCode).toBe(202);
    await expect.poll(() => seen).toEqual([{ number: 1 }]);
  });

  test('a dry run only says whether the function is there', async () => {
    const before = seen.length;
    const dry = await invoke('Keep', {}, { InvocationType: 'DryRun' });
    expect(dry.StatusCode).toBe(204);
    expect(seen).toHaveLength(before);
  });

  test('a web page cannot call a function', async () => {
    const path = '/2015-03-31/functions/Keep/invocations';
    const before = seen.length;
    const headers = { origin: 'https://example.org' };
    const response = await fetch(server.url + path, { method: 'POST', headers, body: '{}' });
    expect([response.status, seen.length]).toEqual([403, before]);
  });

  test('what a function gets and gives is a copy, as over the wire', async () => {
    const { payload } = await host.invoke('Leak', '{}');
    shared.changed = true;
    expect(JSON.parse(payload)).toEqual({ changed: false });
  });
});
