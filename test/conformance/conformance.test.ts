import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** The engine against what AWS itself answered: 200 recorded cases, with the runner that comes with them. */

const root = resolve(import.meta.dirname, '../..');
const cases = resolve(root, '../shared/asl-conformance');
const options = { timeout: 300_000 };

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
};

let folder: string;
let engine: ChildProcess;
let enginePort: number;
let lambdaPort: number;

beforeAll(async () => {
  if (!existsSync(join(cases, 'run.mjs')))
    throw new Error(`The conformance cases are missing: ${cases} must hold run.mjs and cases/`);
  folder = await mkdtemp(join(tmpdir(), 'conformance-'));
  [enginePort, lambdaPort] = [await freePort(), await freePort()];
  const args = ['infra/local/states/main.ts', '--port', String(enginePort), '--data', join(folder, 'data')];
  engine = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    cwd: root,
    env: { ...process.env, AWS_ENDPOINT_URL_LAMBDA: `http://127.0.0.1:${lambdaPort}` },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(engine.stdout!, 'data');
});

afterAll(async () => {
  engine.kill();
  await once(engine, 'exit');
  await rm(folder, { recursive: true });
});

type Result = { id: string; ok: boolean; bad: string[] };

const runCases = async (...flags: string[]): Promise<{ total: number; failed: string[] }> => {
  const report = join(folder, 'report.json');
  const endpoint = `http://127.0.0.1:${enginePort}`;
  const fixed = [
    '--endpoint',
    endpoint,
    '--lambda-port',
    String(lambdaPort),
    '--cases',
    join(cases, 'cases'),
  ];
  const runner = spawn(process.execPath, [join(cases, 'run.mjs'), ...fixed, '--json', report, ...flags], {
    cwd: root,
    stdio: 'ignore',
  });
  await once(runner, 'exit');
  const results = JSON.parse(await readFile(report, 'utf8')) as Result[];
  await rm(report);
  const failed = results.filter(({ ok }) => !ok).map(({ id, bad }) => `${id}: ${bad[0] ?? ''}`);
  return { total: results.length, failed };
};

/** Fails with the list of what failed. */
const expectShare = ({ total, failed }: { total: number; failed: string[] }, share: number) => {
  expect(total).toBeGreaterThanOrEqual(200);
  const most = Math.floor(total * (1 - share));
  expect(failed.length, `${failed.length} of ${total} failed:\n${failed.join('\n')}`).toBeLessThanOrEqual(
    most,
  );
};

describe('the engine answers as AWS did', () => {
  test('in status, output, error and events, in every case', options, async () => {
    expectShare(await runCases('--no-cause'), 1);
  });
  test("in AWS's own words, in at least 95 %", options, async () => {
    expectShare(await runCases(), 0.95);
  });
  test('in every recorded field of every event, in at least 90 %', options, async () => {
    expectShare(await runCases('--deep'), 0.9);
  });
});
