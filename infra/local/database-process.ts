import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { get } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { HostError } from './host-error.ts';
import { freePort } from './free-port.ts';
import { readFileIfThere, writePrivateFile } from './secret-file.ts';

const binaryPackage = '@dynoxide/linux-x64';
const pointElsewhere =
  'Start DynamoDB Local (docker run -p 8000:8000 amazon/dynamodb-local) and set AWS_ENDPOINT_URL_DYNAMODB=http://127.0.0.1:8000.';

/** A death within this time of the start counts as quick; so many in a row and we give up. */
const quickDeathMs = 5_000;
const quickDeathsAllowed = 5;
const readyWithinMs = 10_000;
const stopWithinMs = 5_000;

/**
 * The database server that npm installed for this platform.
 * @throws HostError DATABASE_NOT_INSTALLED with the way round it
 */
export const findDatabaseBinary = (resolveFrom: string = import.meta.url): string => {
  try {
    const manifest = createRequire(resolveFrom).resolve(`${binaryPackage}/package.json`);
    return join(dirname(manifest), 'dynoxide');
  } catch (error) {
    throw new HostError(
      'DATABASE_NOT_INSTALLED',
      `There is no ${binaryPackage} for this machine (${process.platform} ${process.arch}). ${pointElsewhere}`,
      { cause: error },
    );
  }
};

/** True when an HTTP server answers at the address, whatever it answers. */
export const answers = (url: string): Promise<boolean> =>
  new Promise((resolve) => {
    const request = get(url, { timeout: 1_000, agent: false }, (response) => {
      response.resume();
      resolve(true);
    });
    request.once('timeout', () => request.destroy());
    request.once('error', () => resolve(false));
  });

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const waitFor = async (settled: () => boolean | Promise<boolean>, withinMs: number): Promise<boolean> => {
  const deadline = performance.now() + withinMs;
  while (performance.now() < deadline) {
    if (await settled()) return true;
    await sleep(20);
  }
  return settled();
};

/** Stops a server that a host killed with -9 left behind; a process id that is now another's is left alone. */
export const stopOrphan = async (pidFile: string, databaseFile: string): Promise<boolean> => {
  const pid = Number(readFileIfThere(pidFile));
  if (!Number.isInteger(pid) || pid <= 0) return false;
  const words = readFileIfThere(`/proc/${pid}/cmdline`)?.split('\0') ?? [];
  const ours = words.includes(databaseFile) && words.includes('--db-path');
  if (ours) {
    process.kill(pid, 'SIGTERM');
    if (!(await waitFor(() => !isAlive(pid), stopWithinMs))) process.kill(pid, 'SIGKILL');
  }
  rmSync(pidFile, { force: true });
  return ours;
};

export type DatabaseProcess = {
  readonly url: string;
  /** The process now running, or undefined between a death and the restart. */
  readonly pid: () => number | undefined;
  readonly stop: () => Promise<void>;
};

type Options = {
  readonly binary: string;
  readonly databaseFile: string;
  readonly pidFile: string;
  /** Called once, when the server has died too often to be started again. */
  readonly onGivingUp: (error: HostError) => void;
  readonly onRestart: () => void;
};

const givenUp = (lastWords: string) =>
  new HostError(
    'DATABASE_KEEPS_DYING',
    `The database server died ${quickDeathsAllowed} times in a row: ${lastWords || 'it said nothing'}. Check the disk and the data folder; a copy of the folder can be started elsewhere.`,
  );

/**
 * Runs the server on a free loopback port and starts it again, on the same port, when it dies.
 * @throws HostError DATABASE_KEEPS_DYING or DATABASE_NOT_READY
 */
export const superviseDatabase = async (options: Options): Promise<DatabaseProcess> => {
  await stopOrphan(options.pidFile, options.databaseFile);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  let stopping = false;
  let quickDeaths = 0;
  let failure: HostError | undefined;
  let restart: NodeJS.Timeout | undefined;

  const died = (startedAt: number, lastWords: string) => {
    child = undefined;
    if (stopping) return;
    quickDeaths = performance.now() - startedAt < quickDeathMs ? quickDeaths + 1 : 1;
    if (quickDeaths >= quickDeathsAllowed) {
      failure = givenUp(lastWords);
      options.onGivingUp(failure);
      return;
    }
    options.onRestart();
    restart = setTimeout(start, 50 * 2 ** quickDeaths);
  };
  const start = () => {
    const startedAt = performance.now();
    let lastWords = '';
    // Its own process group: Ctrl-C at the terminal reaches the host, which stops the database last.
    const born = spawn(
      options.binary,
      ['serve', '--host', '127.0.0.1', '--port', String(port), '--db-path', options.databaseFile],
      { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    child = born;
    // A host that ends without stopping (an uncaught error) takes its database along.
    const endToo = () => born.kill('SIGTERM');
    born.stderr.on('data', (chunk: Buffer) => {
      lastWords = chunk.toString('utf8').trim().slice(-300).replaceAll('\n', ' ');
    });
    born.once('error', (error) => died(startedAt, error.message));
    born.once('exit', () => died(startedAt, lastWords));
    born.once('exit', () => process.off('exit', endToo));
    process.once('exit', endToo);
    if (born.pid !== undefined) writePrivateFile(options.pidFile, String(born.pid));
  };
  const stop = async () => {
    stopping = true;
    clearTimeout(restart);
    const running = child;
    if (running?.pid === undefined) return;
    const { pid } = running;
    running.kill('SIGTERM');
    if (!(await waitFor(() => !isAlive(pid), stopWithinMs))) running.kill('SIGKILL');
    rmSync(options.pidFile, { force: true });
  };

  start();
  const settled = await waitFor(
    async () => failure !== undefined || (child !== undefined && (await answers(url))),
    readyWithinMs,
  );
  if (failure) throw failure;
  if (!settled) {
    await stop();
    throw new HostError(
      'DATABASE_NOT_READY',
      `The database server did not answer within ${readyWithinMs / 1000} s at ${url}.`,
    );
  }
  return { url, pid: () => child?.pid, stop };
};
