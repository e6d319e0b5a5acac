import { execFile } from 'node:child_process';
import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApplicationId } from '../../../functions/contracts/application.ts';
import type { ResumeInput } from '../../../functions/contracts/resume.ts';
import { newKeyFile, type FileRing, vaultOfFile } from '../../../functions/platform/key-file.ts';
import type { Executions } from '../../../functions/platform/executions.ts';
import { keyRingKey, restorationKey } from '../../../functions/store/keys.ts';
import { readItem } from '../../../functions/store/read-application.ts';
import { scanPages } from '../../../functions/store/scan-pages.ts';
import { createTable, type Table } from '../../../functions/store/table-client.ts';
import { aDraft, aSeat, aTransportLine, citizenNo } from '../../../test/builders/claims.ts';
import { startTestDatabase } from '../../../test/support/database.ts';
import { startKmsServer } from '../../../test/support/kms-server.ts';
import { people, person, startTestDesk, type TestDesk } from '../../../test/support/test-desk.ts';
import { startHost } from '../../local/host.ts';
import { credentials, machineArn, region, tableName } from '../../local/place.ts';
import { belongsTo } from '../export/county-closure.ts';
import { exportTable, scanTable } from '../export/export-table.ts';
import type { RunningExecution } from '../export/executions.ts';
import { readCounty } from '../export/read-county.ts';
import { wrapRing } from '../keys/wrap-ring.ts';
import { createProgress } from '../progress.ts';
import { restoreTable, type Target } from './restore-table.ts';

const ring = JSON.parse(newKeyFile('2020-01-01T00:00:00.000Z')) as FileRing;
const vault = vaultOfFile(ring);
const other = '140925';
const progress = createProgress(true);
let next = 12_000;
let source: TestDesk;
let sourceClient: DynamoDBClient;
let home: string;
let whole: string;
let ids: Record<'notice' | 'payable' | 'lostAnswer' | 'lostStart' | 'elsewhere' | 'moved', ApplicationId>;
const moved = citizenNo(next++).citizenId;

const claim = async (division = '141124', citizenId = citizenNo(next++).citizenId) => {
  const actor = person(`village-${division}`, ['VILLAGE_ASSISTANT'], { division });
  await source.putWorker(citizenId, { seats: [aSeat()], homeDivision: division });
  const id = await source.file(aDraft('TRANSPORT_SUBSIDY', { division }), [aTransportLine(citizenId)], actor);
  await source.submit(id, actor);
  return id;
};

const runningOf = async function* (...names: readonly string[]): AsyncGenerator<RunningExecution> {
  for (const name of names) yield await Promise.resolve({ name, startedAt: source.now() });
};
const write = (to: string, rest: Partial<Parameters<typeof exportTable>[1]> = {}) =>
  exportTable(
    { client: sourceClient, tableName: source.desk.table.name },
    { to, at: source.now(), onProgress: () => undefined, ...rest },
  );

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'restore-'));
  source = await startTestDesk('2020-06-15T01:00:00.000Z', undefined, undefined, vault);
  sourceClient = new DynamoDBClient({ endpoint: process.env['AWS_ENDPOINT_URL_DYNAMODB'] ?? '' });
  await source.putFund(1_000_000_00);
  await source.putFund(1_000_000_00, other);
  const payable = await claim();
  const lostAnswer = await claim();
  await source.advanceDays(14);
  await source.decide(payable, people.approver, 'APPROVE');
  source.lost.answers = true;
  await source.decide(lostAnswer, people.approver, 'APPROVE');
  source.lost.answers = false;
  const notice = await claim();
  const elsewhere = await claim(other);
  // Somebody of our county whose own claim lies in the other one.
  const movedTo = await claim(other, moved);
  await source.putWorker(moved, { seats: [aSeat()] });
  source.lost.starts = true;
  const lostStart = await claim();
  source.lost.starts = false;
  ids = { notice, payable, lostAnswer, lostStart, elsewhere, moved: movedTo };
  whole = join(home, 'whole');
  await write(whole, { executions: runningOf(notice, payable, lostAnswer, elsewhere, movedTo) });
});
afterAll(async () => {
  sourceClient.destroy();
  await source.stop();
  await rm(home, { recursive: true, force: true });
});

/** Step Functions, as far as a restore asks it: who was started, with what. */
const noted = () => {
  const started = new Map<string, ResumeInput>();
  const executions: Executions = {
    status: (name) => Promise.resolve(started.has(name) ? 'RUNNING' : 'NONE'),
    resume: (name, input) => Promise.resolve(void started.set(name, input)),
    stop: () => Promise.resolve(),
  };
  return { started, executions };
};

const emptyDesk = async (keys = vault) => {
  const database = await startTestDatabase();
  const client = new DynamoDBClient({ endpoint: database.endpoint });
  let at = Date.parse('2020-07-20T01:00:00.000Z');
  const { started, executions } = noted();
  const target: Target = {
    client,
    table: database.table,
    vault: () => keys,
    executions,
    // Two looks are two minutes apart, so that a restart which was cut short is young no more.
    now: () => Promise.resolve(new Date((at += 120_000)).toISOString()),
    catchUp: () => Promise.resolve(),
    keysHint: '',
  };
  const stop = async () => {
    client.destroy();
    await database.stop();
  };
  return { target, started, stop };
};

const everything = async (table: Table): Promise<Map<string, Readonly<Record<string, unknown>>>> => {
  const rows = new Map<string, Readonly<Record<string, unknown>>>();
  for await (const page of scanPages(table, {}))
    for (const item of page) rows.set(`${String(item['pk'])} ${String(item['sk'])}`, item);
  return rows;
};

test('every row comes back as it was, and what is under way goes on where it stood', async () => {
  const { target, started, stop } = await emptyDesk();
  const restored = await restoreTable(whole, target, progress);
  expect(restored).toMatchObject({ applications: 6, ranOnly: [], rowOnly: [] });
  expect(Object.fromEntries([...started].map(([name, { resumeAt }]) => [name, resumeAt]))).toEqual({
    [`${ids.notice}-2`]: 'NOTICE',
    [`${ids.payable}-2`]: 'PAY',
    [`${ids.lostAnswer}-2`]: 'APPROVE',
    [`${ids.elsewhere}-2`]: 'NOTICE',
    [`${ids.moved}-2`]: 'NOTICE',
  });
  // What was submitted and never started is the sweeper's.
  expect(restored.underWay.get(ids.lostStart)).toBe('NOT_STARTED_YET');
  const before = await everything(source.desk.table);
  const after = await everything(target.table);
  const changed = [...after].filter(([key, item]) => !isDeepStrictEqual(before.get(key), item));
  const kinds = new Set(changed.map(([key]) => key.split(' ')[1]?.split('#')[0]));
  expect([...before.keys()].filter((key) => !after.has(key))).toEqual([]);
  // Heads, for their execution, its event beside them, and the note of the restore itself.
  expect([...kinds].sort()).toEqual(['EVENT', 'HEAD', 'STATE']);
  expect([...before.values()].filter((item) => 'expiresAt' in item).length).toBeGreaterThan(0);
  await stop();
});

test('what ran without need, and what needs to run and did not, is named', async () => {
  const folder = join(home, 'differs');
  await write(folder, { executions: runningOf(ids.notice, 'A20200101-0000000000') });
  const { target, stop } = await emptyDesk();
  const { ranOnly, rowOnly } = await restoreTable(folder, target, progress);
  expect(ranOnly).toEqual(['A20200101-0000000000']);
  expect([...rowOnly].sort()).toEqual([ids.payable, ids.lostAnswer, ids.elsewhere, ids.moved].sort());
  await stop();
});

describe('nothing is written', () => {
  const untouched = async (
    folder: string,
    code: string,
    keys = vault,
    fill?: (table: Table) => Promise<unknown>,
  ) => {
    const { target, started, stop } = await emptyDesk(keys);
    await fill?.(target.table);
    const before = (await everything(target.table)).size;
    await expect(restoreTable(folder, target, progress)).rejects.toMatchObject({ code });
    expect((await everything(target.table)).size).toBe(before);
    expect(started.size).toBe(0);
    await stop();
  };
  const copyOf = async (name: string): Promise<string> => {
    const copy = join(home, name);
    await cp(whole, copy, { recursive: true });
    return copy;
  };

  test('into a desk that is in use', () =>
    untouched(whole, 'TABLE_NOT_EMPTY', vault, (table) =>
      table.documents.send(
        new PutCommand({ TableName: table.name, Item: { pk: 'WORKER#1', sk: 'REGISTER' } }),
      ),
    ));

  test('from a file that was changed', async () => {
    const copy = await copyOf('changed');
    await appendFile(join(copy, 'workers-0000.jsonl.gz'), 'x');
    await untouched(copy, 'EXPORT_DAMAGED');
  });

  test('from an export with a file missing, or without its list', async () => {
    const copy = await copyOf('missing');
    await rm(join(copy, 'applications-0000.jsonl.gz'));
    await untouched(copy, 'EXPORT_DAMAGED');
    await rm(join(copy, 'manifest.json'));
    await untouched(copy, 'NO_EXPORT');
  });

  test('with keys that do not open what is sealed', () =>
    untouched(
      whole,
      'KEYS_DO_NOT_OPEN',
      vaultOfFile(JSON.parse(newKeyFile('2020-01-01T00:00:00.000Z')) as FileRing),
    ));

  test('with the right sealing key and another look-up key', () => {
    const { lookupKey } = JSON.parse(newKeyFile('2020-01-01T00:00:00.000Z')) as FileRing;
    return untouched(whole, 'KEYS_DO_NOT_OPEN', vaultOfFile({ ...ring, lookupKey }));
  });

  test('by a clock that is behind the export', async () => {
    const { target, stop } = await emptyDesk();
    const early: Target = { ...target, now: () => Promise.resolve('2020-06-01T00:00:00.000Z') };
    await expect(restoreTable(whole, early, progress)).rejects.toMatchObject({ code: 'CLOCK_BEHIND' });
    expect((await everything(target.table)).size).toBe(0);
    await stop();
  });
});

/** A database that goes away after so many writes of a kind. */
const failingAfter = (target: Target, writes: number): Target => {
  let left = writes;
  const send = target.client.send.bind(target.client) as (command: unknown) => Promise<unknown>;
  const client = {
    send: (command: unknown) =>
      left-- > 0 ? send(command) : Promise.reject(new Error('the database went away')),
  } as unknown as DynamoDBClient;
  return { ...target, client };
};
const dyingAt = (target: Target, starts: number): Target => {
  let left = starts;
  const resume: Executions['resume'] = (name, input) =>
    left-- > 0 ? target.executions.resume(name, input) : Promise.reject(new Error('the engine went away'));
  return { ...target, executions: { ...target.executions, resume } };
};

describe('a restore that was cut short is repeated', () => {
  test.each([
    ['at its first write', (target: Target) => failingAfter(target, 0)],
    ['among the rows', (target: Target) => failingAfter(target, 2)],
    ['among the applications', (target: Target) => failingAfter(target, 8)],
    ['among the executions', (target: Target) => dyingAt(target, 2)],
  ])('%s: each application has one execution, and no row is lost', async (_where, cut) => {
    const { target, started, stop } = await emptyDesk();
    await expect(restoreTable(whole, cut(target), progress)).rejects.toThrow('went away');
    const restored = await restoreTable(whole, target, progress);
    expect(restored.underWay.size).toBe(6);
    const applications = [...started.keys()].map((name) => name.split('-').slice(0, 2).join('-'));
    expect(applications.sort()).toEqual(
      [ids.notice, ids.payable, ids.lostAnswer, ids.elsewhere, ids.moved].sort(),
    );
    const after = await everything(target.table);
    for (const key of (await everything(source.desk.table)).keys()) expect(after.has(key)).toBe(true);
    await expect(restoreTable(whole, target, progress)).rejects.toMatchObject({ code: 'TABLE_NOT_EMPTY' });
    await stop();
  });

  test.each([
    ['the other applications', (target: Target) => failingAfter(target, 8)],
    ['the executions', (target: Target) => dyingAt(target, 0)],
  ])('what came to life before %s is not put back', async (_rest, cut) => {
    const { target, stop } = await emptyDesk();
    await expect(restoreTable(whole, cut(target), progress)).rejects.toThrow('went away');
    const [head] = [...(await everything(target.table)).values()].filter(({ sk }) => sk === 'HEAD');
    const lives = { ...(head ?? expect.unreachable('no application is there yet')), applicantName: '后来的' };
    await target.table.documents.send(new PutCommand({ TableName: target.table.name, Item: lives }));
    await restoreTable(whole, target, progress);
    const after = [...(await everything(target.table)).values()];
    expect(after.filter(({ applicantName }) => applicantName === '后来的')).toHaveLength(1);
    await stop();
  });

  test('but only from the same export', async () => {
    const { target, stop } = await emptyDesk();
    await expect(restoreTable(whole, failingAfter(target, 2), progress)).rejects.toThrow('went away');
    const later = join(home, 'later');
    await source.clock.advance(1_000);
    await write(later);
    await expect(restoreTable(later, target, progress)).rejects.toMatchObject({ code: 'TABLE_NOT_EMPTY' });
    await stop();
  });
});

describe('one county', () => {
  let rows: Map<string, Readonly<Record<string, unknown>>>;
  beforeAll(async () => {
    const scan = () => scanTable({ client: sourceClient, tableName: source.desk.table.name });
    const ours = await readCounty(scan, '141124');
    const folder = join(home, 'county');
    await write(folder, { county: '141124', keep: (item) => belongsTo('141124', ours, item) });
    const { target, stop } = await emptyDesk();
    await restoreTable(folder, target, progress);
    rows = await everything(target.table);
    await stop();
  });
  const has = (begins: string) => [...rows.keys()].some((key) => key.startsWith(begins));

  test('takes its applications, its fund and its people, and nobody else’s', () => {
    for (const id of [ids.notice, ids.payable, ids.lostAnswer, ids.lostStart])
      expect(has(`APP#${id}`)).toBe(true);
    expect([has(`APP#${ids.elsewhere}`), has(`APP#${ids.moved}`)]).toEqual([false, false]);
    expect([has('FUND#141124'), has(`FUND#${other}`)]).toEqual([true, false]);
    expect([...rows.keys()].filter((key) => key.startsWith('WORKER#'))).toHaveLength(5);
  });

  test('takes what its people hold elsewhere, so that nobody is paid a second time here', () => {
    const subject = vault.lookup('citizen', moved);
    expect(has(`ENTITLEMENT#TRANSPORT_SUBSIDY#${subject}#`)).toBe(true);
    expect([...rows.keys()].filter((key) => key.startsWith('ENTITLEMENT#'))).toHaveLength(4);
  });

  test('a key of a family nobody has thought of is refused, not left behind', () => {
    const nobody = {
      applications: new Set<string>(),
      subjects: new Set<string>(),
      differences: new Set<string>(),
    };
    expect(() => belongsTo('141124', nobody, { pk: { S: 'NEWS#1' }, sk: { S: 'X' } })).toThrow('NEWS');
  });
});

test('the same command fills a stack: table, machine and key are named, endpoints are the SDK’s', async () => {
  const kms = await startKmsServer();
  const host = await startHost({
    dataDir: join(home, 'stack'),
    host: '127.0.0.1',
    port: 0,
    sample: false,
    writeLog: () => undefined,
  });
  const env = {
    PATH: process.env['PATH'] ?? '',
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_ENDPOINT_URL_DYNAMODB: host.databaseUrl,
    AWS_ENDPOINT_URL_SFN: host.statesUrl,
    AWS_ENDPOINT_URL_KMS: kms.endpoint,
  };
  const main = fileURLToPath(new URL('../main.ts', import.meta.url));
  const restore = () =>
    new Promise<{ code: number; out: string; err: string }>((resolve) => {
      const options = ['--to', 'aws', '--table', tableName, '--machine', machineArn('application')];
      const args = [main, 'restore', '--from', whole, ...options, '--kms-key', kms.keyArn, '--json'];
      execFile(
        process.execPath,
        ['--disable-warning=ExperimentalWarning', ...args],
        { env },
        (error, out, err) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
      );
    });
  const table = createTable(tableName);
  try {
    expect(await restore()).toMatchObject({
      code: 1,
      err: expect.stringContaining('KEYS_DO_NOT_OPEN') as string,
    });
    const client = new KMSClient({ endpoint: kms.endpoint, region, credentials });
    const wrapped = await wrapRing(client, ring, { keyArn: kms.keyArn, table: tableName, at: source.now() });
    await table.documents.send(new PutCommand({ TableName: tableName, Item: { ...keyRingKey, ...wrapped } }));
    const { code, out } = await restore();
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      applications: 6,
      underWay: 6,
      restarted: 5,
      leftToTheSweeper: 1,
    });
    expect(await readItem(table, restorationKey)).toMatchObject({ stage: 'DONE' });
  } finally {
    table.documents.destroy();
    await host.stop();
    await kms.stop();
  }
});
