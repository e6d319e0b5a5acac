import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { citizenId } from '../../../functions/contracts/citizen-id.ts';
import { newKeyFile, readVault } from '../../../functions/platform/key-file.ts';
import { fundKey } from '../../../functions/store/keys.ts';
import { batchGet } from '../../../functions/store/registers/batch-get.ts';
import { fundItem } from '../../../functions/store/registers/fund-item.ts';
import { readRecords } from '../../../functions/store/registers/read-records.ts';
import { startTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { tableName } from '../place.ts';
import { sampleFiles } from './generate.ts';
import { loadSample } from './load-sample.ts';

const kept = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const rowsOf = (path: string): Record<string, string>[] => parse(kept(path), { bom: true, columns: true });
const claimFiles = ['transport-claims', 'retention-claims', 'agency-a', 'agency-b'].map(
  (name) => `claims/${name}.csv`,
);

describe('the sample files', () => {
  test.each(Object.keys(sampleFiles()))('%s is what the generator writes', (path) => {
    expect(kept(path)).toBe(sampleFiles()[path]);
  });

  test('every id is right and has a sequence number that nobody was given', () => {
    const ids = ['data/workers.csv', ...claimFiles].flatMap((path) =>
      rowsOf(path).map((row) => row['公民身份号码'] ?? ''),
    );
    for (const text of ids) expect(citizenId.parse(text).slice(14, 17)).toMatch(/^99[6-9]$/);
  });

  test('there are some 300 claims of some 340 workers', () => {
    const distinct = (path: string, column: string) => new Set(rowsOf(path).map((row) => row[column])).size;
    const [transport = '', retention = '', ...rosters] = claimFiles;
    const claims =
      distinct(transport, '申请编号') +
      distinct(retention, '申请编号') +
      rosters.flatMap((path) => rowsOf(path)).length;
    expect([rowsOf('data/workers.csv').length, claims]).toEqual([344, 322]);
  });
});

describe('a new practice desk', () => {
  let database: TestDatabase;
  let folder: string;
  beforeAll(async () => {
    database = await startTestDatabase(tableName);
    folder = mkdtempSync(join(tmpdir(), 'subsidy-test-sample-'));
    await mkdir(join(folder, 'secrets'));
    writeFileSync(join(folder, 'secrets/vault.json'), newKeyFile('2020-01-01T00:00:00.000Z'));
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await database.stop();
  });

  test('knows the workers, the agencies and the funds of the sample; loading twice changes nothing', async () => {
    const host = { folder, clock: { now: () => Date.parse('2020-06-15T01:00:00.000Z') } };
    await loadSample(host);
    await loadSample(host);
    const vault = readVault(join(folder, 'secrets/vault.json'));
    const subjects = rowsOf('data/workers.csv').map((row) =>
      vault.lookup('citizen', row['公民身份号码'] ?? ''),
    );
    const records = await readRecords(database.table, {
      subjects,
      organisationIds: ['91140106MA0TAAA172', '91140106MA0TAAA25W'],
    });
    const workers = [...records.workers.values()];
    expect(workers).toHaveLength(344);
    expect(workers.every(({ source }) => source.version === 1)).toBe(true);
    expect(workers.flatMap(({ spells }) => spells)).toHaveLength(314);
    expect(workers.flatMap(({ seats }) => seats)).toHaveLength(139);
    expect([...records.organisations.values()].map(({ licences }) => licences[0]?.endsOn)).toEqual([
      '2021-05-31',
      '2021-12-31',
    ]);
    const [fund] = await batchGet(database.table, [fundKey('141124', '2020')]);
    expect(fundItem.parse(fund).availableFen).toBe(1_200_000_00);
  });
});
