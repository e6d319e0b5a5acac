import { existsSync } from 'node:fs';
import { startHost, type Host } from '../local/host.ts';
import { CliError } from './cli-error.ts';
import { dataFolder, findDesk, type RunningDesk } from './running-desk.ts';

/** A desk for one command: one that runs already, or one that this command opened and closes again. */
export type OpenedDesk = RunningDesk & {
  /** The host, when the command runs it itself: nobody else knows its address. */
  readonly host?: Host;
  readonly close: () => Promise<void>;
};

const answers = async (url: string): Promise<boolean> => {
  try {
    await (await fetch(new URL('/healthz', url))).text();
    return true;
  } catch {
    return false;
  }
};

/** The desk that runs on a folder; undefined when none does, or what it left behind was killed. */
export const runningDesk = async (data: string | undefined): Promise<RunningDesk | undefined> => {
  try {
    const desk = findDesk(data);
    return (await answers(desk.url)) ? desk : undefined;
  } catch (error) {
    if (error instanceof CliError) return undefined;
    throw error;
  }
};

/** Starts the desk of a folder behind a door nobody knows. @throws HostError */
export const openClosedDesk = async (
  data: string | undefined,
  { sample }: { readonly sample: boolean },
): Promise<OpenedDesk> => {
  const folder = dataFolder(data);
  const host = await startHost({
    dataDir: folder,
    host: '127.0.0.1',
    port: 0,
    sample,
    writeLog: () => undefined,
  });
  const { url, statesUrl, databaseUrl } = host;
  return { url, statesUrl, databaseUrl, file: (name) => `${folder}/${name}`, host, close: host.stop };
};

/** The running desk of a folder, or the stopped one, opened. @throws CliError DESK_NOT_RUNNING where there is none */
export const openDesk = async (data: string | undefined): Promise<OpenedDesk> => {
  const running = await runningDesk(data);
  if (running) return { ...running, close: () => Promise.resolve() };
  if (!existsSync(`${dataFolder(data)}/desk.json`)) findDesk(data);
  return openClosedDesk(data, { sample: false });
};
