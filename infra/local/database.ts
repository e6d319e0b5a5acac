import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { answers, findDatabaseBinary, superviseDatabase } from './database-process.ts';
import { ensureTable, type TableDefinition } from './database-table.ts';
import { codeOf, HostError } from './host-error.ts';
import { credentials, region } from './place.ts';

export type Database = {
  readonly url: string;
  readonly isUp: () => Promise<boolean>;
  /** Makes or checks the table. @throws HostError TABLE_DIFFERS */
  readonly ensureTable: (name: string, definition: TableDefinition) => Promise<'created' | 'found'>;
  /** The server's process, when it is ours. */
  readonly pid: () => number | undefined;
  readonly stop: () => Promise<void>;
};

type Options = {
  /** The folder of the database file. */
  readonly folder: string;
  /** A DynamoDB elsewhere (AWS_ENDPOINT_URL_DYNAMODB): used as it is, never stopped. */
  readonly externalUrl?: string | undefined;
  readonly onGivingUp: (error: HostError) => void;
  readonly onRestart: () => void;
};

const ensureTableAt = (url: string) => async (name: string, definition: TableDefinition) => {
  const client = new DynamoDBClient({ endpoint: url, region, credentials });
  try {
    return await ensureTable(client, name, definition);
  } catch (error) {
    if (error instanceof HostError) throw error;
    throw new HostError(
      'DATABASE_REFUSED',
      `The database at ${url} refused the table ${name} (${codeOf(error)}).`,
      {
        cause: error,
      },
    );
  } finally {
    client.destroy();
  }
};

const useExternal = async (url: string): Promise<Database> => {
  if (!(await answers(url)))
    throw new HostError(
      'DATABASE_UNREACHABLE',
      `Nothing answers at AWS_ENDPOINT_URL_DYNAMODB=${url}. Start that server, or unset the variable to use the one that comes with the desk.`,
    );
  return {
    url,
    isUp: () => answers(url),
    ensureTable: ensureTableAt(url),
    pid: () => undefined,
    stop: () => Promise.resolve(),
  };
};

/** Starts the database server that comes with the desk, or takes the one it is pointed at. */
export const startDatabase = async (options: Options): Promise<Database> => {
  if (options.externalUrl !== undefined && options.externalUrl !== '')
    return useExternal(options.externalUrl);
  const server = await superviseDatabase({
    binary: findDatabaseBinary(),
    databaseFile: `${options.folder}/desk.db`,
    pidFile: `${options.folder}/server.pid`,
    onGivingUp: options.onGivingUp,
    onRestart: options.onRestart,
  });
  return {
    url: server.url,
    isUp: async () => server.pid() !== undefined && (await answers(server.url)),
    ensureTable: ensureTableAt(server.url),
    pid: server.pid,
    stop: server.stop,
  };
};
