import { existsSync } from 'node:fs';
import { DynamoDBClient, ResourceNotFoundException, ScanCommand } from '@aws-sdk/client-dynamodb';
import { startDatabase } from '../../local/database.ts';
import { credentials, region, tableName } from '../../local/place.ts';
import { readFileIfThere, writePrivateFile } from '../../local/secret-file.ts';
import { openDataFolder } from '../../local/data-folder.ts';
import { readKeyFile } from '../../../functions/platform/key-file.ts';
import { CliError } from '../cli-error.ts';

const keyFile = 'secrets/vault.json';
const mustHold = (path: string): string => {
  const text = readFileIfThere(path);
  if (text === undefined) throw new CliError('NO_KEYS', `There are no keys at ${path}.`);
  try {
    readKeyFile(path);
  } catch (error) {
    throw new CliError('NO_KEYS', `${path} is no file of keys: name secrets/vault.json of the old desk.`, 2, {
      cause: error,
    });
  }
  return text;
};

const inUse = (folder: string): CliError =>
  new CliError(
    'KEYS_IN_USE',
    `${folder} has other keys, and they are in use. Name a new folder with --data.`,
    1,
  );

/** Whether anything may have been sealed with a stopped desk's own keys. */
const holdsItems = async (folder: string): Promise<boolean> => {
  if (!existsSync(`${folder}/database/desk.db`)) return false;
  const options = { folder: `${folder}/database`, onGivingUp: () => undefined, onRestart: () => undefined };
  const database = await startDatabase(options);
  const client = new DynamoDBClient({ endpoint: database.url, region, credentials });
  try {
    const { Count = 0 } = await client.send(new ScanCommand({ TableName: tableName, Limit: 1 }));
    return Count > 0;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return false;
    throw error;
  } finally {
    client.destroy();
    await database.stop();
  }
};

/**
 * Gives a new desk the keys of the old one, before anything was sealed with others.
 * @throws CliError NO_KEYS, KEYS_IN_USE
 */
export const placeKeys = async (
  keys: string,
  folder: string,
  { sample }: { readonly sample: boolean },
): Promise<void> => {
  const text = mustHold(keys);
  const there = readFileIfThere(`${folder}/${keyFile}`);
  if (there === text) return;
  if (await holdsItems(folder)) throw inUse(folder);
  const opened = openDataFolder({ path: folder, reset: false, sample });
  try {
    writePrivateFile(opened.file(keyFile), text);
  } finally {
    opened.close();
  }
};

/** A desk that runs holds its keys already. @throws CliError NO_KEYS, KEYS_IN_USE */
export const mustHaveKeys = (keys: string, running: { readonly file: (name: string) => string }): void => {
  if (mustHold(keys) !== readFileIfThere(running.file(keyFile))) throw inUse(running.file('.'));
};
