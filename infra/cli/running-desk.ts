import { resolve } from 'node:path';
import * as z from 'zod';
import { readFileIfThere } from '../local/secret-file.ts';
import { CliError } from './cli-error.ts';

const announced = z.object({ url: z.url(), statesUrl: z.url(), databaseUrl: z.url() });

/** A desk that runs on this machine, as its data folder says. */
export type RunningDesk = {
  readonly url: string;
  readonly statesUrl: string;
  readonly databaseUrl: string;
  readonly file: (name: string) => string;
};

/** The folder of `--data`, or of DATA_DIR, or `.data`. */
export const dataFolder = (option: string | undefined): string => {
  const fromEnvironment = process.env['DATA_DIR'];
  const named = option ?? (fromEnvironment === '' ? undefined : fromEnvironment);
  return resolve(named ?? '.data');
};

/** @throws CliError DESK_NOT_RUNNING */
export const findDesk = (option: string | undefined): RunningDesk => {
  const folder = dataFolder(option);
  const file = (name: string) => `${folder}/${name}`;
  const text = readFileIfThere(file('host.json'));
  const parsed = text === undefined ? undefined : announced.safeParse(JSON.parse(text));
  if (parsed?.success === true) return { ...parsed.data, file };
  throw new CliError(
    'DESK_NOT_RUNNING',
    `No desk is running on ${folder}. Start it with npm start, or name its folder with --data.`,
    1,
  );
};

/** Something that was asked of the desk over HTTP; a desk that does not answer is named. */
export const askDesk = async (desk: RunningDesk, path: string, init?: RequestInit): Promise<Response> => {
  try {
    return await fetch(new URL(path, desk.url), init);
  } catch (error) {
    throw new CliError(
      'DESK_NOT_ANSWERING',
      `The desk at ${desk.url} does not answer. Is it still running?`,
      1,
      { cause: error },
    );
  }
};
