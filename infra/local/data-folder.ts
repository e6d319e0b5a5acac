import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import * as z from 'zod';
import { type DataLock, lockDataFolder } from './data-lock.ts';
import { codeOf, HostError } from './host-error.ts';
import { readFileIfThere, writePrivateFile } from './secret-file.ts';

/** Says that a folder is a desk's, and what was put into it. */
const marker = z.strictObject({
  desk: z.literal('subsidy-desk'),
  format: z.literal(1),
  /** A practice desk: sample claims, and a clock that may be moved. */
  sample: z.boolean(),
  sampleLoaded: z.boolean(),
  /** Set while the folder is being emptied, so that a reset cut short is finished at the next start. */
  emptying: z.boolean(),
});
type Marker = z.infer<typeof marker>;

const runningHost = z.object({ pid: z.int(), url: z.string().optional() });

const lockFile = 'host.lock';
const subFolders = ['secrets', 'database', 'engine', 'logs'] as const;

export type DataFolder = {
  readonly path: string;
  readonly sample: boolean;
  /** False until `markSampleLoaded`: a first load that was cut short is begun again. */
  readonly sampleLoaded: boolean;
  readonly file: (name: string) => string;
  readonly markSampleLoaded: () => void;
  /** Tells other processes (the CLI, a second start) who runs here and where. */
  readonly announce: (addresses: Readonly<Record<string, string>>) => void;
  readonly close: () => void;
};

type Options = { readonly path: string; readonly reset: boolean; readonly sample: boolean };

const holderOf = (folder: string) => () => {
  const found = readFileIfThere(join(folder, 'host.json'));
  const host = found === undefined ? undefined : runningHost.safeParse(JSON.parse(found)).data;
  const who = host ? ` (process ${host.pid}${host.url === undefined ? '' : `, ${host.url}`})` : '';
  return `A desk is already running on ${folder}${who}.`;
};

const readMarker = (folder: string): Marker | undefined => {
  const found = readFileIfThere(join(folder, 'desk.json'));
  if (found === undefined) {
    const others = readdirSync(folder).filter((name) => !name.startsWith(lockFile));
    if (others.length === 0) return undefined;
    throw new HostError(
      'DATA_FOLDER_NOT_OURS',
      `${folder} holds files that are not a desk's (no desk.json). Name an empty or new folder with DATA_DIR.`,
    );
  }
  const parsed = marker.safeParse(JSON.parse(found));
  if (parsed.success) return parsed.data;
  throw new HostError(
    'DATA_FOLDER_FORMAT',
    `${join(folder, 'desk.json')} is of another version of the desk. Use that version, or name a new folder with DATA_DIR.`,
  );
};

const empty = (folder: string): void => {
  for (const name of readdirSync(folder)) {
    if (name !== 'desk.json' && !name.startsWith(lockFile))
      rmSync(join(folder, name), { recursive: true, force: true });
  }
};

/** The marker decides what is in the folder; only a folder that has one is ever emptied. */
const prepare = (folder: string, { reset, sample }: Options): Marker => {
  const found = readMarker(folder);
  const fresh: Marker = { desk: 'subsidy-desk', format: 1, sample, sampleLoaded: false, emptying: false };
  const write = (state: Marker) => {
    writePrivateFile(join(folder, 'desk.json'), JSON.stringify(state));
    return state;
  };
  if (found && !reset && !found.emptying) return found;
  if (found) {
    write({ ...found, emptying: true });
    empty(folder);
  }
  return write(fresh);
};

const inFolder = <T>(folder: string, work: () => T): T => {
  try {
    return work();
  } catch (error) {
    if (error instanceof HostError) throw error;
    throw new HostError(
      'DATA_FOLDER_UNUSABLE',
      `The data folder ${folder} cannot be used (${codeOf(error)}). Name a folder you may write to with DATA_DIR.`,
      { cause: error },
    );
  }
};

/** Level by level: mkdirSync's own `recursive` never returns where the parent takes no folder (/proc). */
const makeFolder = (path: string): void => {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path, { mode: 0o700 });
};

const requireFolder = (folder: string): void => {
  if (existsSync(folder) && !statSync(folder).isDirectory())
    throw new HostError('DATA_FOLDER_IS_A_FILE', `${folder} is a file. Name a folder with DATA_DIR.`);
  makeFolder(folder);
};

/**
 * Opens, and at the first start makes, the folder that holds everything a desk keeps.
 * @throws HostError DATA_FOLDER_IN_USE, _NOT_OURS, _FORMAT, _IS_A_FILE or _UNUSABLE
 */
export const openDataFolder = (options: Options): DataFolder => {
  const path = resolve(options.path);
  const lock: DataLock = inFolder(path, () => {
    requireFolder(path);
    // A stranger's folder is refused before anything is written into it.
    readMarker(path);
    return lockDataFolder(join(path, lockFile), holderOf(path));
  });
  try {
    const state = inFolder(path, () => {
      const prepared = prepare(path, options);
      for (const name of subFolders) makeFolder(join(path, name));
      return prepared;
    });
    const file = (name: string) => join(path, name);
    return {
      path,
      sample: state.sample,
      sampleLoaded: state.sampleLoaded,
      file,
      markSampleLoaded: () =>
        writePrivateFile(file('desk.json'), JSON.stringify({ ...state, sampleLoaded: true })),
      announce: (addresses) =>
        writePrivateFile(file('host.json'), JSON.stringify({ pid: process.pid, ...addresses })),
      close: () => {
        rmSync(file('host.json'), { force: true });
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
};
