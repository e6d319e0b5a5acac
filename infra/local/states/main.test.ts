import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'states-main-'));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...args: string[]) => {
  const main = join(import.meta.dirname, 'main.ts');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', main, ...args],
    { encoding: 'utf8' },
  );
  return { status, stdout, stderr };
};

test('--help shows how to start it', () => {
  expect(run('--help')).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('npm run engine -- --port') as string,
    stderr: '',
  });
});

test.each([
  [['--data', folder], '--port must be a number from 0 to 65535'],
  [['--port', '0'], '--data must name a folder'],
  [['--prot', '0'], "Unknown option '--prot'"],
])('%j is refused in one line', (args, reason) => {
  const { status, stderr } = run(...args);
  expect(status).toBe(1);
  expect(stderr).toContain(reason);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});

test('a data folder that cannot be made is refused in one line', () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  const { status, stderr } = run('--port', '0', '--data', join(file, 'data'));
  expect(status).toBe(1);
  expect(stderr).toMatch(/^engine: The data folder .* cannot be opened: .*\n$/);
});

test('a port in use is refused in one line', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as { port: number };
  const { status, stderr } = run('--port', String(port), '--data', join(folder, 'port'));
  other.close();
  expect(status).toBe(1);
  expect(stderr).toBe(`engine: port ${port} is in use: choose another with --port\n`);
});
