import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, expect, test } from 'vitest';
import { canReadProcesses, readProcessTree } from './process-tree.ts';

const grandchild = 'console.log("here"); setInterval(() => {}, 1000)';
const parent = spawn(process.execPath, [
  '-e',
  `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(grandchild)}], { stdio: 'inherit' })`,
]);
afterEach(() => {
  for (const { pid } of canReadProcesses ? readProcessTree(parent.pid!).toReversed() : []) process.kill(pid);
});

test.runIf(canReadProcesses)('a process is counted with everything it started', async () => {
  await once(parent.stdout, 'data');
  const tree = readProcessTree(parent.pid!);
  expect(tree).toHaveLength(2);
  expect(tree[0]?.pid).toBe(parent.pid);
  for (const { residentBytes, peakBytes } of tree) {
    expect(residentBytes).toBeGreaterThan(1_000_000);
    expect(peakBytes).toBeGreaterThanOrEqual(residentBytes);
  }
});
