import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  DescribeExecutionCommand,
  ListStateMachinesCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import * as z from 'zod';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { tableDefinition } from '../../functions/store/table.ts';
import { answers } from './database-process.ts';
import type { Functions } from './functions.ts';
import { type Host, type HostOptions, startHost } from './host.ts';

const fiveDays = 5 * 24 * 3600;

/** Waits five days, then writes a row: a public notice in small. */
const machine = {
  name: 'application',
  definition: JSON.stringify({
    QueryLanguage: 'JSONata',
    StartAt: 'Hang',
    States: {
      Hang: { Type: 'Wait', Seconds: fiveDays, Next: 'Write' },
      Write: {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke',
        Arguments: { FunctionName: '${WriteRowArn}', Payload: { id: '{% $states.input.id %}' } },
        Output: '{% $states.result.Payload %}',
        End: true,
      },
    },
  }),
};

let root: string;
let running: Host[];
let sweeps: string[];

const functions: Functions = {
  tableDefinition,
  taskHandlers: {
    WriteRow: async (event) => {
      const { id } = z.object({ id: z.string() }).parse(event);
      await new DynamoDBClient().send(
        new PutItemCommand({ TableName: process.env['TABLE_NAME'], Item: { pk: { S: id }, sk: { S: 'a' } } }),
      );
      return { written: id };
    },
    SweepOutbox: async (event) => void sweeps.push(z.object({ time: z.string() }).parse(event).time),
  },
  routes: [
    {
      operationId: 'start',
      method: 'POST',
      path: '/applications/{applicationId}/submit',
      handler: async ({ pathParameters, requestContext }) => {
        const id = pathParameters?.['applicationId'];
        const { executionArn } = await new SFNClient().send(
          new StartExecutionCommand({
            stateMachineArn: process.env['APPLICATION_MACHINE_ARN'],
            name: id,
            input: JSON.stringify({ id }),
          }),
        );
        return { executionArn, at: requestContext.timeEpoch };
      },
    },
  ],
};

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'desk-host-'));
  running = [];
  sweeps = [];
});
afterEach(async () => {
  for (const host of running) await host.stop();
  await rm(root, { recursive: true });
});

const start = async (options: Partial<HostOptions> = {}) => {
  const host = await startHost({
    dataDir: join(root, 'data'),
    host: '127.0.0.1',
    port: 0,
    load: async () => functions,
    machines: [machine],
    writeLog: () => undefined,
    ...options,
  });
  running.push(host);
  return host;
};
const local = { region: 'cn-north-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } };
const submit = async (host: Host, id: string) => {
  const response = await fetch(`${host.url}/applications/${id}/submit`, { method: 'POST' });
  return z.object({ executionArn: z.string(), at: z.number() }).parse(await response.json());
};
const statusOf = async (host: Host, executionArn: string) =>
  (
    await new SFNClient({ endpoint: host.statesUrl, ...local }).send(
      new DescribeExecutionCommand({ executionArn }),
    )
  ).status;
const rowOf = async (host: Host, id: string) =>
  (
    await new DynamoDBClient({ endpoint: host.databaseUrl, ...local }).send(
      new GetItemCommand({ TableName: 'subsidy-desk', Key: { pk: { S: id }, sk: { S: 'a' } } }),
    )
  ).Item;
const part = z.enum(['up', 'down']);
const healthAnswer = z.object({ status: z.string(), database: part, engine: part, functions: part });
const health = async (host: Host) => {
  const response = await fetch(`${host.url}/healthz`);
  return healthAnswer.parse(await response.json());
};

describe('the whole desk on one machine', () => {
  test('is up, and says so', async () => {
    const host = await start();
    expect(await health(host)).toMatchObject({ status: 'ok', database: 'up', engine: 'up', functions: 'up' });
    const page = await fetch(host.url);
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(await page.text()).toContain('127号');
    expect(JSON.parse(await readFile(join(root, 'data/host.json'), 'utf8'))).toMatchObject({
      url: host.url,
      pid: process.pid,
    });
  });

  test('a wait of five days ends when the practice clock is moved, and the sweeper runs at the new time', async () => {
    const host = await start();
    const { executionArn } = await submit(host, 'A1');
    expect(await statusOf(host, executionArn)).toBe('RUNNING');
    const key = await readFile(join(root, 'data/secrets/practice-key'), 'utf8');
    const moved = await fetch(`${host.url}/practice/clock`, {
      method: 'POST',
      headers: { 'x-practice-key': key },
      body: JSON.stringify({ advanceSeconds: fiveDays + 60 }),
    });
    expect(moved.status).toBe(200);
    await expect.poll(() => statusOf(host, executionArn)).toBe('SUCCEEDED');
    expect(await rowOf(host, 'A1')).toBeDefined();
    expect(Date.parse(sweeps.at(-1)!)).toBeGreaterThan(Date.now() + fiveDays * 1000);
    expect((await submit(host, 'A2')).at).toBeGreaterThan(Date.now() + fiveDays * 1000);
  });

  test('the next start goes on where the last one stopped', async () => {
    const first = await start();
    const { executionArn } = await submit(first, 'A1');
    await first.advanceClock(3 * 24 * 3600 * 1000);
    await first.stop();
    expect(existsSync(join(root, 'data/host.json'))).toBe(false);
    const second = await start();
    expect(await statusOf(second, executionArn)).toBe('RUNNING');
    await second.advanceClock(2 * 24 * 3600 * 1000 + 60_000);
    await expect.poll(() => statusOf(second, executionArn)).toBe('SUCCEEDED');
    expect(await rowOf(second, 'A1')).toBeDefined();
  });

  test('a changed machine is updated, not doubled', async () => {
    await (await start()).stop();
    const changed = { ...machine, definition: machine.definition.replace(`${fiveDays}`, '1') };
    const host = await start({ machines: [changed] });
    const client = new SFNClient({ endpoint: host.statesUrl, ...local });
    expect((await client.send(new ListStateMachinesCommand())).stateMachines).toHaveLength(1);
    const { executionArn } = await submit(host, 'A9');
    await host.advanceClock(2_000);
    await expect.poll(() => statusOf(host, executionArn)).toBe('SUCCEEDED');
  });

  test('functions can be called from outside, as Lambda', async () => {
    const host = await start();
    const client = new LambdaClient({ endpoint: host.lambdaUrl, ...local });
    const answer = await client.send(new InvokeCommand({ FunctionName: 'WriteRow', Payload: '{"id":"B1"}' }));
    expect(answer.Payload?.transformToString()).toBe('{"written":"B1"}');
  });

  test('a second start on the same folder is refused and disturbs nothing', async () => {
    const host = await start();
    await expect(start()).rejects.toMatchObject({ code: 'DATA_FOLDER_IN_USE' });
    expect((await health(host)).status).toBe('ok');
  });

  test('while the database is down the desk says so, and then it is back', async () => {
    const host = await start();
    const pid = Number(await readFile(join(root, 'data/database/server.pid'), 'utf8'));
    process.kill(pid, 'SIGKILL');
    await expect.poll(async () => (await health(host)).database, { interval: 5 }).toBe('down');
    await expect.poll(async () => (await health(host)).database, { timeout: 5_000 }).toBe('up');
  });

  test('a start that fails leaves nothing running', async () => {
    const broken = { ...machine, definition: machine.definition.replace('WriteRow', 'Missing') };
    await expect(start({ machines: [broken] })).rejects.toMatchObject({
      code: 'MACHINE_NAMES_UNKNOWN_FUNCTION',
    });
    expect(existsSync(join(root, 'data/database/server.pid'))).toBe(false);
    expect((await health(await start())).status).toBe('ok');
  });

  test('a desk without sample data has no practice clock and no sample users', async () => {
    const host = await start({ sample: false });
    expect((await fetch(`${host.url}/practice/clock`)).status).toBe(404);
    expect([host.users, host.wantsSample]).toEqual([[], false]);
  });

  test('after a stop nothing answers any more', async () => {
    const host = await start();
    await Promise.all([host.stop(), host.stop()]);
    await sleep(10);
    for (const url of [host.url, host.statesUrl, host.lambdaUrl, host.databaseUrl])
      expect(await answers(url)).toBe(false);
  });
});
