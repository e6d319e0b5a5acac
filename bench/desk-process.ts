import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import manifest from '../package.json' with { type: 'json' };
import { BenchError } from './bench-error.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const openWords = 'The desk is open';
const openWithinMs = 60_000;

/** Round trips to the database so far, by who asked for them and the command: `POST /applications PutCommand`. */
export type RoundTrips = Readonly<Record<string, number>>;

export type DeskProcess = {
  readonly pid: number;
  /** From the start of the command to the words that say the desk is open. */
  readonly readyAfterSeconds: number;
  /** Only of a desk that was started with the counter. */
  readonly roundTrips: () => Promise<RoundTrips>;
  readonly stop: () => Promise<void>;
};

/** The very words of `npm start`, with the counter loaded before them. */
const countedStart = (): string[] => {
  const [, ...words] = manifest.scripts.start.split(' ');
  return [process.execPath, '--import', new URL('round-trip-counter.ts', import.meta.url).href, ...words];
};

const commandOf = { npm: () => ['npm', 'start'], counted: countedStart };

/** An empty variable counts as none: what the operator's shell sets is not the desk's that is measured. */
const untouched = { HOST: '', STATES_PORT: '', LAMBDA_PORT: '', AWS_ENDPOINT_URL_DYNAMODB: '' };

const openWordsSaid = ({ stdout }: ChildProcess): Promise<true> =>
  new Promise((resolve) => {
    let said = '';
    stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes(openWords)) resolve(true);
    });
  });

const lateOpening = (): Promise<false> =>
  new Promise((resolve) => {
    setTimeout(resolve, openWithinMs, false).unref();
  });

type Options = {
  /** `npm`: by npm start itself; `counted`: by the same words, with the counter. */
  readonly kind: keyof typeof commandOf;
  readonly folder: string;
  readonly compileCache: string;
  /** Told how to stop it as soon as there is something to stop. */
  readonly onBorn: (stop: () => Promise<void>) => void;
};

/** Starts a desk as a newcomer does, on free ports. @throws BenchError with the desk's own last words */
export const startDesk = async ({ kind, folder, compileCache, onBorn }: Options): Promise<DeskProcess> => {
  const [command = '', ...args] = commandOf[kind]();
  const startedAt = performance.now();
  const child = spawn(command, args, {
    cwd: root,
    // A group of its own, so that it can be stopped as Ctrl-C at a terminal stops it.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', ...(kind === 'counted' ? (['ipc'] as const) : [])],
    env: { ...process.env, ...untouched, DATA_DIR: folder, PORT: '0', NODE_COMPILE_CACHE: compileCache },
  });
  const closed = once(child, 'close');
  let complaint = '';
  child.stderr?.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  const ended = async (): Promise<never> => {
    await closed;
    throw new BenchError(`The desk ended. ${complaint.trim().slice(-500)}`);
  };
  const { pid } = child;
  let isAsked = false;
  const stop = async () => {
    // Once: a second Ctrl-C would end the desk without its leave.
    if (pid !== undefined && !isAsked && child.exitCode === null && child.signalCode === null)
      process.kill(-pid, 'SIGINT');
    isAsked = true;
    await closed;
  };
  onBorn(stop);
  const isOpen = await Promise.race([openWordsSaid(child), lateOpening(), ended()]);
  const readyAfterSeconds = (performance.now() - startedAt) / 1000;
  if (pid === undefined || !isOpen)
    throw new BenchError(`The desk did not open within ${openWithinMs / 1000} s.`);
  return {
    pid,
    readyAfterSeconds,
    roundTrips: async () => {
      const answer = once(child, 'message');
      child.send('round trips');
      const [counts] = (await Promise.race([answer, ended()])) as [unknown];
      return z.record(z.string(), z.int()).parse(counts);
    },
    stop,
  };
};
