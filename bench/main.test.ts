import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Figures } from './figures.ts';

const main = fileURLToPath(new URL('main.ts', import.meta.url));
let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'bench-test-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const bench = (...args: string[]) =>
  promisify(execFile)(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...args], {
    env: { ...process.env, TMPDIR: root },
  });

test('three claims go from their drafts to money, twelve round trips each, and nothing is left behind', async () => {
  const { stdout } = await bench('--claims', '3', '--in-flight', '2', '--json');
  const figures = JSON.parse(stdout) as Figures;
  expect(figures.roundTrips).toMatchObject({ beforeSubmission: 2, submissionToPaid: 12, paidToClosed: 3 });
  expect(figures.latencies.find(({ name }) => name === 'book to CLOSED')?.count).toBe(3);
  expect(figures.disk.bytesPerClaim).toBeGreaterThan(0);
  expect(await readdir(root)).toEqual([]);
}, 180_000);

test('a number that is none is one line and exit code 1, and nothing is started', async () => {
  await expect(bench('--claims', 'none')).rejects.toMatchObject({
    code: 1,
    stdout: '',
    stderr: '--claims takes a whole number from 1 to 20000, not "none".\n',
  });
  expect(await readdir(root)).toEqual([]);
});
