import { existsSync } from 'node:fs';
import { CliError } from '../cli-error.ts';
import { dataFolder } from '../running-desk.ts';

/** Where a desk on this machine keeps its keys; the desk need not run. @throws CliError NO_KEYS */
export const keyFileOf = (data: string | undefined): string => {
  const path = `${dataFolder(data)}/secrets/vault.json`;
  if (existsSync(path)) return path;
  throw new CliError('NO_KEYS', `There are no keys at ${path}. Name the desk’s folder with --data.`, 1);
};
