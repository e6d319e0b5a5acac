import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CreateTableCommand } from '@aws-sdk/client-dynamodb';
import { createTable, type Table } from '../../functions/store/table-client.ts';
import { tableDefinition } from '../../functions/store/table.ts';

const binary = fileURLToPath(new URL('../../node_modules/@dynoxide/linux-x64/dynoxide', import.meta.url));

/** A real database server of a test's own, with our one table in it. */
export type TestDatabase = {
  readonly table: Table;
  readonly endpoint: string;
  readonly stop: () => Promise<void>;
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });

/** Resolves when the server says that it listens, rejects when it ends first (somebody took the port). */
const listening = (server: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('listening on')) resolve();
    };
    server.stdout?.on('data', hear);
    server.stderr?.on('data', hear);
    server.once('error', reject);
    server.once('exit', (code) =>
      reject(new Error(`the database server ended with ${String(code)}: ${said}`)),
    );
  });

const startServer = async (file: string, attempts = 5): Promise<{ server: ChildProcess; port: number }> => {
  const port = await freePort();
  const server = spawn(binary, ['serve', '--port', String(port), '--db-path', file], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  try {
    await listening(server);
    return { server, port };
  } catch (error) {
    server.kill('SIGKILL');
    if (attempts <= 1) throw error;
    return startServer(file, attempts - 1);
  }
};

const ended = (server: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) resolve();
    else server.once('exit', () => resolve());
  });

/** Starts a server on a free port and a new file, and creates the table; `stop` leaves nothing behind. */
export const startTestDatabase = async (tableName = 'subsidy'): Promise<TestDatabase> => {
  const folder = await mkdtemp(join(tmpdir(), 'subsidy-test-database-'));
  const { server, port } = await startServer(join(folder, 'table.db'));
  const kill = () => server.kill('SIGKILL');
  process.once('exit', kill);

  const endpoint = `http://127.0.0.1:${port}`;
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_REGION: 'local',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  });
  const table = createTable(tableName);
  // The first call fixes the client's endpoint, so a second database of the same test file does not move it.
  await table.documents.send(
    new CreateTableCommand({ TableName: table.name, ...structuredClone(mutableDefinition) }),
  );

  const stop = async () => {
    process.off('exit', kill);
    table.documents.destroy();
    server.kill('SIGTERM');
    const patience = setTimeout(kill, 2000);
    await ended(server);
    clearTimeout(patience);
    await rm(folder, { recursive: true, force: true });
  };
  return { table, endpoint, stop };
};

/** The definition is read-only for its readers; the SDK's type wants arrays it could change. */
const mutableDefinition = {
  ...tableDefinition,
  AttributeDefinitions: [...tableDefinition.AttributeDefinitions],
  KeySchema: [...tableDefinition.KeySchema],
  GlobalSecondaryIndexes: tableDefinition.GlobalSecondaryIndexes.map((index) => ({
    ...index,
    KeySchema: [...index.KeySchema],
  })),
};
