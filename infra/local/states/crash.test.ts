import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askFor, callTo } from './testing.ts';

/** Functions over HTTP that outlive the engine, and count their calls. */
const calls = new Map<string, number>();
const tokens: string[] = [];
let answersLate = true;
let lambda: Server;
let lambdaPort = 0;

/** Until the crash these never answer: the engine dies while they run. */
const hangs = (name: string, n: number): boolean =>
  answersLate && (name === 'slow' || (name === 'item' && n > 3));

const answerTo = async (name: string, { token, n }: { token?: string; n?: number }): Promise<unknown> => {
  const key = n === undefined ? name : `${name} ${n}`;
  calls.set(key, (calls.get(key) ?? 0) + 1);
  if (token !== undefined) tokens.push(token);
  if (hangs(name, n ?? 0)) await new Promise<never>(() => {});
  return n ?? {};
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'states-crash-'));
  lambda = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const name = decodeURIComponent(request.url?.split('/')[3] ?? '');
      const payload = JSON.parse(Buffer.concat(chunks).toString()) as { token?: string; n?: number };
      void answerTo(name, payload).then((answer) => response.end(JSON.stringify(answer)));
    });
  });
  lambda.listen(0, '127.0.0.1');
  await once(lambda, 'listening');
  lambdaPort = (lambda.address() as { port: number }).port;
});
afterAll(async () => {
  lambda.closeAllConnections();
  lambda.close();
  await rm(folder, { recursive: true });
});

const startEngine = async (): Promise<{ child: ChildProcess; sfn: SFNClient }> => {
  const main = join(import.meta.dirname, 'main.ts');
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', main, '--port', '0', '--data', folder],
    {
      env: { ...process.env, AWS_ENDPOINT_URL_LAMBDA: `http://127.0.0.1:${lambdaPort}` },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let said = '';
  for await (const chunk of child.stdout) {
    said += String(chunk);
    if (said.includes('\n')) break;
  }
  const endpoint = /http:\S+\d/.exec(said)?.[0] ?? '';
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  return { child, sfn: new SFNClient({ region: 'us-east-1', endpoint, credentials }) };
};

const historyOf = async (sfn: SFNClient, executionArn: string): Promise<(string | undefined)[]> => {
  const { events = [] } = await sfn.send(new GetExecutionHistoryCommand({ executionArn }));
  return events.map(({ type }) => type);
};

const machines = {
  waits: { Wait: { Type: 'Wait', Seconds: 3, End: true } },
  works: { Slow: callTo('slow', { n: 0 }, { TimeoutSeconds: 60, End: true }) },
  asks: { Ask: askFor('asks', { TimeoutSeconds: 60, HeartbeatSeconds: 30, End: true }) },
  maps: {
    Each: {
      Type: 'Map',
      Items: [1, 2, 3, 4, 5],
      MaxConcurrency: 1,
      ItemProcessor: {
        StartAt: 'Item',
        States: {
          Item: callTo(
            'item',
            { n: '{% $states.input %}' },
            { Output: '{% $states.result.Payload %}', End: true },
          ),
        },
      },
      End: true,
    },
  },
  counts: {
    Zero: { Type: 'Pass', Assign: { n: 0 }, Next: 'More' },
    More: { Type: 'Pass', Assign: { n: '{% $n + 1 %}' }, Next: 'Enough' },
    Enough: {
      Type: 'Choice',
      Choices: [{ Condition: '{% $n < 2000 %}', Next: 'More' }],
      Output: '{% $n %}',
      Default: 'End',
    },
    End: { Type: 'Succeed' },
  },
};

test(
  'after kill -9 every execution goes on where it was, and no token task is started twice',
  { timeout: 60_000 },
  async () => {
    const before = await startEngine();
    const arns: Record<string, string> = {};
    for (const [name, States] of Object.entries(machines)) {
      const definition = JSON.stringify({
        QueryLanguage: 'JSONata',
        StartAt: Object.keys(States)[0],
        States,
      });
      const { stateMachineArn } = await before.sfn.send(
        new CreateStateMachineCommand({ name, definition, roleArn: 'arn:aws:iam::000000000000:role/test' }),
      );
      const { executionArn } = await before.sfn.send(
        new StartExecutionCommand({ stateMachineArn, name: 'one' }),
      );
      arns[name] = executionArn!;
    }
    // The third item's end and the fourth's beginning are one step: when the fourth is called, the third is safe.
    await expect
      .poll(() => [calls.get('slow 0'), calls.get('item 4'), tokens.length], { timeout: 20_000 })
      .toEqual([1, 1, 1]);
    await expect
      .poll(async () => historyOf(before.sfn, arns['asks']!), { timeout: 20_000 })
      .toContain('TaskSubmitted');
    before.child.kill('SIGKILL');
    await once(before.child, 'exit');

    answersLate = false;
    const after = await startEngine();
    await after.sfn.send(new SendTaskSuccessCommand({ taskToken: tokens[0]!, output: '"answered"' }));
    const outputs: Record<string, unknown> = {};
    for (const [name, executionArn] of Object.entries(arns)) {
      const describe = () => after.sfn.send(new DescribeExecutionCommand({ executionArn }));
      await expect.poll(async () => (await describe()).status, { timeout: 20_000 }).toBe('SUCCEEDED');
      outputs[name] = JSON.parse((await describe()).output!) as unknown;
    }
    expect(outputs).toMatchObject({
      asks: 'answered',
      maps: [1, 2, 3, 4, 5],
      counts: 2000,
      works: { Payload: 0 },
    });
    expect(Object.fromEntries(calls)).toEqual({
      'slow 0': 2,
      asks: 1,
      'item 1': 1,
      'item 2': 1,
      'item 3': 1,
      'item 4': 2,
      'item 5': 1,
    });
    after.child.kill('SIGTERM');
    expect(await once(after.child, 'exit')).toEqual([0, null]);
  },
);
