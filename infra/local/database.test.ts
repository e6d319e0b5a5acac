import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { tableDefinition } from '../../functions/store/table.ts';
import { findDatabaseBinary, stopOrphan } from './database-process.ts';
import { tableDifferences } from './database-table.ts';
import { type Database, startDatabase } from './database.ts';
import { freePort } from './free-port.ts';
import type { HostError } from './host-error.ts';

const table = 'subsidy-desk';
const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
const clientFor = (url: string) =>
  new DynamoDBClient({ endpoint: url, region: 'cn-north-1', credentials, maxAttempts: 8 });

let folder: string;
let running: Database[];
let restarts: number;
let givenUp: HostError[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-database-'));
  running = [];
  restarts = 0;
  givenUp = [];
});
afterEach(async () => {
  await Promise.all(running.map((database) => database.stop()));
  await rm(folder, { recursive: true });
});

const start = async () => {
  const database = await startDatabase({
    folder,
    onRestart: () => (restarts += 1),
    onGivingUp: (error) => givenUp.push(error),
  });
  running.push(database);
  return database;
};
const put = (url: string, pk: string) =>
  clientFor(url).send(new PutItemCommand({ TableName: table, Item: { pk: { S: pk }, sk: { S: 'a' } } }));
const get = async (url: string, pk: string) =>
  (
    await clientFor(url).send(
      new GetItemCommand({ TableName: table, Key: { pk: { S: pk }, sk: { S: 'a' } } }),
    )
  ).Item;
const untilPidChanges = async (database: Database, old: number | undefined) => {
  while (database.pid() === old || database.pid() === undefined || !(await database.isUp())) await sleep(20);
};

describe('the database of one machine', () => {
  test('what was written is there after a stop and a start', async () => {
    const first = await start();
    expect(await first.ensureTable(table, tableDefinition)).toBe('created');
    await put(first.url, 'kept');
    await first.stop();
    expect(await first.isUp()).toBe(false);

    const second = await start();
    expect(await second.ensureTable(table, tableDefinition)).toBe('found');
    expect(await get(second.url, 'kept')).toBeDefined();
  });

  test('a server that is killed comes back on the same port with its data', async () => {
    const database = await start();
    await database.ensureTable(table, tableDefinition);
    await put(database.url, 'kept');
    const old = database.pid();
    process.kill(old!, 'SIGKILL');
    await untilPidChanges(database, old);
    expect(await get(database.url, 'kept')).toBeDefined();
    expect(restarts).toBe(1);
    expect(givenUp).toEqual([]);
  });

  test('a file that is no database is given up on, in one line', async () => {
    await writeFile(join(folder, 'desk.db'), 'this is not a database, whatever its name says'.repeat(20));
    await expect(start()).rejects.toMatchObject({ code: 'DATABASE_KEEPS_DYING' });
    expect(givenUp).toHaveLength(1);
    expect(givenUp[0]!.message).not.toContain('\n');
  });

  test('a server left behind by a killed host is stopped at the next start', async () => {
    const file = join(folder, 'desk.db');
    const port = await freePort();
    const orphan = spawn(findDatabaseBinary(), ['serve', '--port', String(port), '--db-path', file], {
      stdio: 'ignore',
    });
    await writeFile(join(folder, 'server.pid'), String(orphan.pid));
    const gone = new Promise((resolve) => orphan.once('exit', resolve));
    await start();
    await gone;
    expect(await readFile(join(folder, 'server.pid'), 'utf8')).not.toBe(String(orphan.pid));
  });

  test('a process that only inherited the number is left alone', async () => {
    const stranger = spawn('sleep', ['30']);
    const pidFile = join(folder, 'server.pid');
    await writeFile(pidFile, String(stranger.pid));
    expect(await stopOrphan(pidFile, join(folder, 'desk.db'))).toBe(false);
    expect(stranger.exitCode).toBeNull();
    expect(stranger.signalCode).toBeNull();
    stranger.kill();
  });

  test('an address at which nothing answers is refused by name', async () => {
    const url = `http://127.0.0.1:${await freePort()}`;
    const attempt = startDatabase({ folder, externalUrl: url, onRestart: () => 0, onGivingUp: () => 0 });
    await expect(attempt).rejects.toThrow(`Nothing answers at AWS_ENDPOINT_URL_DYNAMODB=${url}.`);
  });

  test('a database elsewhere is used and never stopped', async () => {
    const own = await start();
    const external = await startDatabase({
      folder,
      externalUrl: own.url,
      onRestart: () => 0,
      onGivingUp: () => 0,
    });
    expect(await external.ensureTable(table, tableDefinition)).toBe('created');
    await external.stop();
    expect(await own.isUp()).toBe(true);
  });

  test('a machine without the server is told how to point at DynamoDB Local', () => {
    expect(() => findDatabaseBinary('file:///nowhere/at-all.js')).toThrow(/AWS_ENDPOINT_URL_DYNAMODB=http/);
  });

  test('a table of another version is refused with what differs', async () => {
    const database = await start();
    const { GlobalSecondaryIndexes: indexes, ...bare } = tableDefinition;
    await database.ensureTable(table, {
      ...bare,
      AttributeDefinitions: bare.AttributeDefinitions.filter(
        ({ AttributeName }) => AttributeName.length === 2,
      ),
    });
    const attempt = database.ensureTable(table, tableDefinition);
    await expect(attempt).rejects.toThrow(`index ${indexes[0].IndexName} is missing`);
  });

  test('the order of attributes and indexes makes no difference', () => {
    const shuffled = {
      KeySchema: [...tableDefinition.KeySchema],
      AttributeDefinitions: tableDefinition.AttributeDefinitions.toReversed(),
      GlobalSecondaryIndexes: tableDefinition.GlobalSecondaryIndexes.toReversed().map((index) => ({
        ...index,
        KeySchema: [...index.KeySchema],
      })),
    };
    expect(
      tableDifferences(shuffled, {
        ...shuffled,
        AttributeDefinitions: [...tableDefinition.AttributeDefinitions],
      }),
    ).toEqual([]);
  });
});
