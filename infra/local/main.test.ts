import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { freePort } from './free-port.ts';

const main = fileURLToPath(new URL('main.ts', import.meta.url));
let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'desk-main-'));
});
afterEach(() => rm(root, { recursive: true }));

/** Runs the command to its end. */
const run = (args: readonly string[], env: Record<string, string> = {}) =>
  new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...args], {
      env: { PATH: process.env['PATH'] ?? '', DATA_DIR: join(root, 'data'), PORT: '0', ...env },
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.once('close', (code) => resolve({ code, out, err }));
  });

const occupy = async (): Promise<{ port: number; server: Server }> => {
  const port = await freePort();
  const server = createServer().listen(port, '127.0.0.1');
  return { port, server };
};

describe('npm start, when it cannot', () => {
  test('an unknown option is one line and exit code 1', async () => {
    const { code, err } = await run(['--prot', '1']);
    expect([code, err]).toEqual([1, "OPTION_UNKNOWN: Unknown option '--prot'. See npm start -- --help.\n"]);
  });

  test('a port in use is named, and nothing is left behind', async () => {
    const { port, server } = await occupy();
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const { code, err } = await run(['--port', String(port)]);
      expect(code).toBe(1);
      expect(err).toBe(
        `PORT_IN_USE: Port ${port} on 127.0.0.1 is in use. Stop what listens there, or set PORT to another port.\n`,
      );
    }
    server.close();
  });

  test('a data folder that is a file is named', async () => {
    const file = join(root, 'data');
    await writeFile(file, '');
    expect(await run([])).toEqual({
      code: 1,
      out: '',
      err: `DATA_FOLDER_IS_A_FILE: ${file} is a file. Name a folder with DATA_DIR.\n`,
    });
  });

  test('--reset on a folder that is not a desk’s destroys nothing', async () => {
    await writeFile(join(root, 'letter.txt'), 'mine');
    const { code, err } = await run(['--reset', '--data', root]);
    expect(code).toBe(1);
    expect(err).toMatch(/^DATA_FOLDER_NOT_OURS: .*\n$/);
  });

  test('a database elsewhere that does not answer is named', async () => {
    const url = `http://127.0.0.1:${await freePort()}`;
    const { code, err } = await run([], { AWS_ENDPOINT_URL_DYNAMODB: url });
    expect(code).toBe(1);
    expect(err).toMatch(/^DATABASE_UNREACHABLE: .*\n$/);
    expect(err).toContain(url);
  });

  test('help is printed and nothing is started', async () => {
    const { code, out } = await run(['--help']);
    expect(code).toBe(0);
    expect(out).toContain('npm start -- [options]');
  });
});
