import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answers } from './database-process.ts';
import { readFileIfThere } from './secret-file.ts';

const main = fileURLToPath(new URL('main.ts', import.meta.url));
const addresses = z.object({ url: z.string(), databaseUrl: z.string(), pid: z.number() });

let root: string;
let children: ChildProcess[];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'desk-life-'));
  children = [];
});
afterEach(async () => {
  for (const child of children) await end(child, 'SIGTERM');
  await rm(root, { recursive: true });
});

const end = (child: ChildProcess, signal: NodeJS.Signals) =>
  new Promise<number | null>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve(child.exitCode);
      return;
    }
    child.once('exit', resolve);
    child.kill(signal);
  });

/** Starts the command and collects what it says. */
const launch = (...args: string[]) => {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', main, '--data', join(root, 'data'), ...args],
    {
      env: { PATH: process.env['PATH'] ?? '', PORT: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  children.push(child);
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
  return { child, said };
};
const untilOpen = async ({ child, said }: ReturnType<typeof launch>) => {
  const settled = () => said.out.includes('Ctrl-C stops') || child.exitCode !== null;
  await expect.poll(settled, { timeout: 25_000 }).toBe(true);
  expect(said.out + said.err).toContain('The desk is open');
  const { pid, ...urls } = addresses.parse(JSON.parse(await readFile(join(root, 'data/host.json'), 'utf8')));
  expect(pid).toBe(child.pid);
  return urls;
};
const open = async (...args: string[]) => {
  const launched = launch(...args);
  return { ...launched, ...(await untilOpen(launched)) };
};

describe('the life of a desk', () => {
  test('a first start loads the sample data and names a token for every user; Ctrl-C stops everything', async () => {
    const first = await open();
    expect(first.said.out).toContain('Loading the sample data');
    expect(first.said.out).toMatch(/npm run -s subsidy -- token verifier /);
    expect((await fetch(`${first.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${first.url}/openapi.json`)).status).toBe(200);
    expect(await end(first.child, 'SIGINT')).toBe(0);
    expect(await answers(first.databaseUrl)).toBe(false);

    const second = await open();
    expect(second.said.out).not.toContain('Loading the sample data');
    expect(second.said.err).toBe('');
  });

  test('a user signs in with the secret of the data folder and is let in', async () => {
    const { url } = await open();
    const secrets = z
      .record(z.string(), z.string())
      .parse(JSON.parse(await readFile(join(root, 'data/secrets/users.json'), 'utf8')));
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: 'verifier',
      client_secret: secrets['verifier']!,
    });
    const response = await fetch(`${url}/oidc/token`, { method: 'POST', body });
    const { access_token: token } = z.object({ access_token: z.string() }).parse(await response.json());
    expect((await fetch(`${url}/tasks`)).status).toBe(401);
    const tasks = await fetch(`${url}/tasks`, { headers: { authorization: `Bearer ${token}` } });
    expect([401, 403, 500]).not.toContain(tasks.status);
  });

  test('after kill -9 the next start stops the orphan and goes on', async () => {
    const first = await open('--no-sample');
    await end(first.child, 'SIGKILL');
    expect(await answers(first.databaseUrl)).toBe(true);
    const second = await open();
    expect(await answers(first.databaseUrl)).toBe(first.databaseUrl === second.databaseUrl);
    expect((await fetch(`${second.url}/healthz`)).status).toBe(200);
  });

  test('a Ctrl-C while it starts leaves nothing behind', async () => {
    const { child } = launch('--no-sample');
    await expect
      .poll(() => readFileIfThere(join(root, 'data/database/server.pid')), { interval: 2, timeout: 20_000 })
      .toBeDefined();
    expect(await end(child, 'SIGINT')).toBe(0);
    expect(readFileIfThere(join(root, 'data/database/server.pid'))).toBeUndefined();
  });

  test('a second start names the first', async () => {
    const first = await open('--no-sample');
    const second = launch('--reset');
    await expect.poll(() => second.child.exitCode, { timeout: 20_000 }).toBe(1);
    expect(second.said.err).toMatch(/^DATA_FOLDER_IN_USE: A desk is already running on .*\n$/);
    expect(second.said.err).toContain(`(process ${first.child.pid}, ${first.url})`);
    expect((await fetch(`${first.url}/healthz`)).status).toBe(200);
  });
});
