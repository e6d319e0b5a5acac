import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type DataFolder, openDataFolder } from './data-folder.ts';

let root: string;
let path: string;
let opened: DataFolder[];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'desk-folder-'));
  path = join(root, 'data');
  opened = [];
});
afterEach(async () => {
  for (const folder of opened) folder.close();
  await rm(root, { recursive: true });
});

const open = (options: { reset?: boolean; sample?: boolean } = {}) => {
  const folder = openDataFolder({ path, reset: false, sample: true, ...options });
  opened.push(folder);
  return folder;
};
const close = () => opened.pop()?.close();
const codeOf = (attempt: () => unknown) => {
  try {
    attempt();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return undefined;
};

describe('the data folder', () => {
  test('is the owner’s only', async () => {
    open();
    expect((await stat(path)).mode & 0o777).toBe(0o700);
    expect((await stat(join(path, 'secrets'))).mode & 0o777).toBe(0o700);
  });

  test('remembers what it was made for, whatever a later start asks', () => {
    expect(open({ sample: false }).sample).toBe(false);
    close();
    expect(open({ sample: true }).sample).toBe(false);
  });

  test('asks for its sample data until they are in', () => {
    expect(open().sampleLoaded).toBe(false);
    close();
    const again = open();
    expect(again.sampleLoaded).toBe(false);
    again.markSampleLoaded();
    close();
    expect(open().sampleLoaded).toBe(true);
  });

  test('takes one desk at a time, and names the one that runs', () => {
    open().announce({ url: 'http://127.0.0.1:8080' });
    expect(() => open()).toThrow(
      `A desk is already running on ${path} (process ${process.pid}, http://127.0.0.1:8080). Stop it`,
    );
    close();
    expect(open().path).toBe(path);
  });

  test('a desk that was killed leaves no lock behind', () => {
    const script = `
      const { openDataFolder } = await import(${JSON.stringify(new URL('data-folder.ts', import.meta.url).href)});
      openDataFolder({ path: ${JSON.stringify(path)}, reset: false, sample: true }).announce({});
      process.kill(process.pid, 'SIGKILL');`;
    const killed = spawnSync(process.execPath, ['--input-type=module', '-e', script]);
    expect(killed.signal).toBe('SIGKILL');
    expect(existsSync(join(path, 'host.json'))).toBe(true);
    expect(open().path).toBe(path);
  });

  test('--reset empties a desk’s folder', async () => {
    await writeFile(open().file('database/desk.db'), 'old');
    opened[0]!.markSampleLoaded();
    close();
    const fresh = open({ reset: true, sample: false });
    expect(existsSync(fresh.file('database/desk.db'))).toBe(false);
    expect([fresh.sample, fresh.sampleLoaded]).toEqual([false, false]);
  });

  test('--reset touches nothing while a desk runs there', async () => {
    await writeFile(open().file('database/desk.db'), 'old');
    expect(codeOf(() => open({ reset: true }))).toBe('DATA_FOLDER_IN_USE');
    expect(existsSync(join(path, 'database/desk.db'))).toBe(true);
  });

  test('a folder that is not a desk’s is neither used nor emptied', async () => {
    await writeFile(join(root, 'letter.txt'), 'mine');
    path = root;
    for (const reset of [false, true]) expect(codeOf(() => open({ reset }))).toBe('DATA_FOLDER_NOT_OURS');
    expect(await readdir(root)).toEqual(['letter.txt']);
  });

  test('a reset that was cut short is finished at the next start', async () => {
    const folder = open();
    await writeFile(folder.file('database/desk.db'), 'half gone');
    folder.markSampleLoaded();
    close();
    const marker = { desk: 'subsidy-desk', format: 1, sample: true, sampleLoaded: true, emptying: true };
    await writeFile(join(path, 'desk.json'), JSON.stringify(marker));
    expect(open().sampleLoaded).toBe(false);
    expect(existsSync(join(path, 'database/desk.db'))).toBe(false);
  });

  test.each([
    ['a file', 'DATA_FOLDER_IS_A_FILE', async () => writeFile(path, '')],
    [
      'below a file',
      'DATA_FOLDER_UNUSABLE',
      async () => ((path = join(root, 'x', 'data')), writeFile(join(root, 'x'), '')),
    ],
    ['on a file system that takes none', 'DATA_FOLDER_UNUSABLE', async () => void (path = '/proc/desk')],
  ])('%s is refused', async (_what, code, arrange) => {
    await arrange();
    expect(codeOf(open)).toBe(code);
  });

  test('a marker of another version is refused', async () => {
    open();
    close();
    await writeFile(join(path, 'desk.json'), '{"desk":"subsidy-desk","format":2}');
    expect(codeOf(open)).toBe('DATA_FOLDER_FORMAT');
  });
});
