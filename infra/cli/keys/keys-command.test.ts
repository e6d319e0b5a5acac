import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { newKeyFile, readVault } from '../../../functions/platform/key-file.ts';
import { createRingVault } from '../../../functions/platform/key-ring.ts';
import { createKmsKeys } from '../../../functions/platform/kms-keys.ts';
import { whenAtHand } from '../../../functions/platform/not-at-hand.ts';
import { readRing } from '../../../functions/store/key-ring/read-ring.ts';
import { startTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { startKmsServer } from '../../../test/support/kms-server.ts';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));
let database: TestDatabase;
let server: Awaited<ReturnType<typeof startKmsServer>>;
let folder: string;
let keyFile: string;

const subsidy = (...args: readonly string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', main, ...args],
      { env: { ...process.env, AWS_ENDPOINT_URL_KMS: server.endpoint } },
      (error, out, err) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });

beforeAll(async () => {
  [database, server] = await Promise.all([startTestDatabase(), startKmsServer()]);
  vi.stubEnv('AWS_ENDPOINT_URL_KMS', server.endpoint);
  folder = await mkdtemp(join(tmpdir(), 'subsidy-keys-'));
  await mkdir(join(folder, 'secrets'));
  keyFile = join(folder, 'secrets/vault.json');
  await writeFile(keyFile, newKeyFile('2026-01-01T00:00:00.000Z'), { mode: 0o600 });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await Promise.all([database.stop(), server.stop(), rm(folder, { recursive: true, force: true })]);
});

test('a county’s keys are changed on one machine, and then moved to AWS: everything sealed on the way opens there', async () => {
  const before = readVault(keyFile);
  const old = before.seal('6217000010000000003', 'APP#1/HEAD/payee');
  const rotated = await subsidy('keys', 'rotate', '--data', folder);
  expect(rotated).toMatchObject({ code: 0, err: '' });
  expect(rotated.out).toContain('k2');
  expect((await stat(keyFile)).mode & 0o777).toBe(0o600);
  const newer = readVault(keyFile).seal('6217000010000000004', 'APP#2/HEAD/payee');

  const { table } = database;
  const wrapped = await subsidy(
    'keys',
    'wrap',
    '--kms-key',
    server.keyArn,
    '--table',
    table.name,
    '--data',
    folder,
  );
  expect(wrapped).toMatchObject({ code: 0, err: '' });
  for (const key of JSON.stringify(JSON.parse(await readFile(keyFile, 'utf8'))).match(/[\w+/]{43}=/g) ?? [])
    expect(wrapped.out).not.toContain(key);
  const item = unmarshall(JSON.parse(wrapped.out) as Parameters<typeof unmarshall>[0]);
  await table.documents.send(new PutCommand({ TableName: table.name, Item: item }));

  const kms = createKmsKeys(server.keyArn, table.name);
  const vault = createRingVault({
    read: () => readRing(table, kms),
    elapsedMs: () => 0,
    onStale: () => undefined,
  });
  expect(await whenAtHand(() => vault().open(old, 'APP#1/HEAD/payee'))).toBe('6217000010000000003');
  expect(await whenAtHand(() => vault().open(newer, 'APP#2/HEAD/payee'))).toBe('6217000010000000004');
  expect(await whenAtHand(() => vault().lookup('citizen', '1'))).toBe(before.lookup('citizen', '1'));
});

test.each([
  ['a folder without keys', ['rotate', '--data', '/nowhere'], 1, 'NO_KEYS'],
  [
    'an alias in place of the key',
    ['wrap', '--kms-key', 'alias/desk', '--table', 't', '--data', '.'],
    2,
    'NOT_A_KMS_KEY',
  ],
])('%s is told in one line', async (_case, args, code, said) => {
  const answer = await subsidy('keys', ...args);
  expect(answer).toMatchObject({ code, out: '' });
  expect(answer.err).toMatch(new RegExp(`^${said}: [^\\n]+\\n$`));
});

test('a key KMS does not know is told in one line', async () => {
  const other = server.keyArn.replace('key/1', 'key/2');
  const answer = await subsidy('keys', 'wrap', '--kms-key', other, '--table', 't', '--data', folder);
  expect(answer).toMatchObject({ code: 1, out: '' });
  expect(answer.err).toMatch(/^KMS_REFUSES: [^\n]+\n$/);
});
