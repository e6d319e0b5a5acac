import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { createKmsKeys, type KmsKeys } from '../../functions/platform/kms-keys.ts';
import { createRingVault } from '../../functions/platform/key-ring.ts';
import { whenAtHand } from '../../functions/platform/not-at-hand.ts';
import { asTask } from '../../functions/platform/task.ts';
import { keyRingKey } from '../../functions/store/keys.ts';
import { readRing, readRingRow } from '../../functions/store/key-ring/read-ring.ts';
import { rotateKeys } from '../../functions/store/key-ring/rotate-keys.ts';
import { startTestDatabase, type TestDatabase } from '../support/database.ts';
import { startKmsServer } from '../support/kms-server.ts';

const newYear = '2026-01-01T00:00:00.000Z';
const afterDays = (days: number) => new Date(Date.parse(newYear) + days * 24 * 3600 * 1000).toISOString();

let database: TestDatabase;
let server: Awaited<ReturnType<typeof startKmsServer>>;
let kms: KmsKeys;

beforeAll(async () => {
  [database, server] = await Promise.all([startTestDatabase(), startKmsServer()]);
  vi.stubEnv('AWS_ENDPOINT_URL_KMS', server.endpoint);
  kms = createKmsKeys(server.keyArn, database.table.name);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await Promise.all([database.stop(), server.stop()]);
});
beforeEach(async () => {
  const { documents, name } = database.table;
  await documents.send(new DeleteCommand({ TableName: name, Key: keyRingKey }));
  server.calls.length = 0;
  server.fail.length = 0;
});

const rotate = (now: string) => rotateKeys({ table: database.table, kms }, now);

/** A container: its own vault, its own clock; `run` is one call of a function in it. */
const startContainer = () => {
  let ms = 0;
  const onStale = vi.fn();
  const vault = createRingVault({
    read: () => readRing(database.table, kms),
    elapsedMs: () => ms,
    onStale,
  });
  return {
    seal: (plain: string) => whenAtHand(() => vault().seal(plain, 'APP#1/HEAD/payee')),
    open: (sealed: string) => whenAtHand(() => vault().open(sealed, 'APP#1/HEAD/payee')),
    pseudonym: (id: string) => whenAtHand(() => vault().lookup('citizen', id)),
    pass: (minutes: number) => (ms += minutes * 60_000),
    vault,
    onStale,
  };
};
const keyOf = (sealed: string) => sealed.split('.')[1];

describe('the ring', () => {
  test('is made once, by however many at the same moment, and holds no key in the clear', async () => {
    const made = await Promise.all([rotate(newYear), rotate(newYear), rotate(newYear)]);
    expect(made.map(({ done }) => done).sort()).toEqual(['NOTHING_DUE', 'NOTHING_DUE', 'RING_MADE']);
    const row = await readRingRow(database.table);
    expect(row).toMatchObject({ revision: 1, current: 'k1', keys: [{ id: 'k1', madeAt: newYear }] });
    expect(Buffer.from(row?.keys[0]?.wrapped ?? '', 'base64').length).toBeGreaterThan(32);
    expect(new Set(server.calls)).toEqual(new Set(['GenerateDataKeyWithoutPlaintext']));
  });

  test('gets a new key after 90 days, not a day before, and two at once add one', async () => {
    await rotate(newYear);
    expect(await rotate(afterDays(89))).toEqual({ done: 'NOTHING_DUE', current: 'k1', keys: 1 });
    const both = await Promise.all([rotate(afterDays(90)), rotate(afterDays(90))]);
    expect(both.map(({ done }) => done).sort()).toEqual(['KEY_ADDED', 'NOTHING_DUE']);
    expect(await readRingRow(database.table)).toMatchObject({
      current: 'k2',
      keys: [{ id: 'k1' }, { id: 'k2' }],
    });
  });

  test('keeps its look-up key for good, so a person keeps their pseudonym', async () => {
    await rotate(newYear);
    const before = await startContainer().pseudonym('141124198506129974');
    await rotate(afterDays(90));
    expect(await startContainer().pseudonym('141124198506129974')).toBe(before);
  });

  test('that is not there yet is named, with what to do', async () => {
    await expect(startContainer().seal('6217000010000000003')).rejects.toThrow(
      'Invoke the function RotateKeys',
    );
  });
});

describe('a container', () => {
  test('opens two keys at its first call, and none after', async () => {
    await rotate(newYear);
    const container = startContainer();
    server.calls.length = 0;
    const sealed = await container.seal('6217000010000000003');
    expect(server.calls).toEqual(['Decrypt', 'Decrypt']);
    expect(await container.open(sealed)).toBe('6217000010000000003');
    expect(server.calls.length).toBe(2);
  });

  test('opens an old key only when a field needs it, once', async () => {
    await rotate(newYear);
    const old = await startContainer().seal('6217000010000000003');
    await rotate(afterDays(90));
    const container = startContainer();
    expect(keyOf(await container.seal('x'))).toBe('k2');
    server.calls.length = 0;
    expect(await container.open(old)).toBe('6217000010000000003');
    await container.open(old);
    expect(server.calls).toEqual(['Decrypt']);
  });

  test('that meets a key it does not know reads the ring again', async () => {
    await rotate(newYear);
    const early = startContainer();
    await early.seal('x');
    await rotate(afterDays(90));
    const late = await startContainer().seal('6217000010000000003');
    expect(keyOf(late)).toBe('k2');
    expect(await early.open(late)).toBe('6217000010000000003');
  });

  test('goes over to a new key within ten minutes, and works on while it reads', async () => {
    await rotate(newYear);
    const container = startContainer();
    await container.seal('x');
    await rotate(afterDays(90));
    expect(keyOf(await container.seal('x'))).toBe('k1');
    container.pass(10);
    await vi.waitFor(async () => expect(keyOf(await container.seal('x'))).toBe('k2'));
  });

  test('keeps its keys when the ring cannot be read again, and says so', async () => {
    await rotate(newYear);
    const container = startContainer();
    await container.seal('x');
    await rotate(afterDays(90));
    server.fail.push('DisabledException');
    container.pass(10);
    expect(keyOf(await container.seal('x'))).toBe('k1');
    await vi.waitFor(() => expect(container.onStale).toHaveBeenCalledOnce());
    expect(keyOf(await container.seal('x'))).toBe('k1');
  });

  test('refuses a field of a key that is on no ring', async () => {
    await rotate(newYear);
    const container = startContainer();
    const sealed = (await container.seal('x')).replace('.k1.', '.k7.');
    await expect(container.open(sealed)).rejects.toThrow('k7, which is not on the ring');
  });

  test('begins a task again once the key is there, so its answer is that of any task', async () => {
    await rotate(newYear);
    const { vault } = startContainer();
    const run = vi.fn(async ({ account }: { account: string }) => ({ sealed: vault().seal(account, 'p') }));
    const task = asTask({
      input: z.strictObject({ account: z.string() }),
      output: z.strictObject({ sealed: z.string() }),
      run,
    });
    expect(await task({ account: '6217' }, {} as never)).toEqual({
      sealed: expect.stringMatching(/^v2\.k1\./) as string,
    });
    expect(run).toHaveBeenCalledTimes(2);
  });

  test('whose KMS is busy may be asked again; one without the right to it may not', async () => {
    await rotate(newYear);
    const { vault } = startContainer();
    const task = asTask({
      input: z.unknown(),
      output: z.string(),
      run: async () => vault().lookup('phone', '1'),
    });
    server.fail.push(...Array.from({ length: 8 }, () => 'KMSInternalException'));
    await expect(task({}, {} as never)).rejects.toMatchObject({ name: 'Transient' });
    server.fail.length = 0;
    server.fail.push('AccessDeniedException', 'AccessDeniedException');
    await expect(task({}, {} as never)).rejects.toMatchObject({ name: 'Permanent' });
  });
});

test('a ring copied into another table does not open there, nor one key in the place of the other', async () => {
  await rotate(newYear);
  const row = await readRingRow(database.table);
  const elsewhere = createKmsKeys(server.keyArn, 'another-table');
  await expect(elsewhere.open('SEAL', row?.keys[0]?.wrapped ?? '')).rejects.toThrow('InvalidCiphertext');
  await expect(kms.open('SEAL', row?.lookupKey ?? '')).rejects.toThrow('InvalidCiphertext');
});
