import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { freePort } from '../../infra/local/free-port.ts';

const main = fileURLToPath(new URL('../../infra/local/main.ts', import.meta.url));
const announced = z.object({ url: z.url(), statesUrl: z.url(), databaseUrl: z.url() });

/** A desk in a process of its own, started as `npm start` starts it, that can be killed and started again. */
export type DeskProcess = {
  readonly url: string;
  readonly file: (name: string) => string;
  /** Resolves when the desk is open: at once, or after the restart that is under way. */
  readonly open: () => Promise<void>;
  readonly addresses: () => Promise<z.infer<typeof announced>>;
  /** Ends the host and its database server with kill -9, and starts the desk again. */
  readonly kill: () => void;
  readonly kills: () => number;
  /** Ctrl-C; the exit code. */
  readonly stop: () => Promise<number | null>;
  /** Processes that still work on this desk's folder. */
  readonly leftBehind: () => string[];
  readonly remove: () => Promise<void>;
};

const commandLineOf = (pid: string): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
};

/** The database has a process group of its own: when the host is killed, nobody else ends it. */
const endDatabase = (pidFile: string): void => {
  try {
    process.kill(Number(readFileSync(pidFile, 'utf8')), 'SIGKILL');
  } catch {
    // It had ended, or never began.
  }
};

const openDesk = async (folder: string, port: number): Promise<ChildProcess> => {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main], {
    env: { PATH: process.env['PATH'] ?? '', PORT: String(port), DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const opened = Promise.withResolvers<undefined>();
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    if (said.includes('Ctrl-C stops')) opened.resolve(undefined);
  });
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.once('exit', () => opened.reject(new Error(`The desk ended before it was open: ${said}`)));
  await opened.promise;
  return child;
};

/** @param root where the desk's folder `data` is, or will be; without it a new temporary one */
export const startDeskProcess = async (
  root = mkdtempSync(join(tmpdir(), 'desk-process-')),
): Promise<DeskProcess> => {
  const folder = join(root, 'data');
  const port = await freePort();
  const file = (name: string) => join(folder, name);
  let kills = 0;
  let running = openDesk(folder, port);
  let host = await running;
  // A test that is cut short leaves no desk behind either.
  const endAll = () => {
    host.kill('SIGKILL');
    endDatabase(file('database/server.pid'));
  };
  process.once('exit', endAll);

  const again = async (child: ChildProcess): Promise<ChildProcess> => {
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    host = await openDesk(folder, port);
    return host;
  };
  const kill = () => {
    kills += 1;
    running = running.then((child) => {
      child.kill('SIGKILL');
      endDatabase(file('database/server.pid'));
      return again(child);
    });
    running.catch(() => undefined);
  };
  return {
    url: `http://127.0.0.1:${port}`,
    file,
    open: async () => {
      await running;
    },
    addresses: async () => announced.parse(JSON.parse(await readFile(file('host.json'), 'utf8'))),
    kill,
    kills: () => kills,
    stop: async () => {
      const child = await running;
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const ended = once(child, 'exit');
      child.kill('SIGINT');
      await ended;
      return child.exitCode;
    },
    leftBehind: () =>
      readdirSync('/proc')
        .map(commandLineOf)
        .filter((line) => line.includes(folder)),
    remove: async () => {
      process.off('exit', endAll);
      await rm(root, { recursive: true, force: true });
    },
  };
};
