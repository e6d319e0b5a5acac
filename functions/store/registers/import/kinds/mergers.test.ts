import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestDatabase, type TestDatabase } from '../../../../../test/support/database.ts';
import {
  codesOf,
  createImportDesk,
  fileOf,
  idOne,
  idTwo,
  type ImportDesk,
  workerRow,
  workersFile,
  workersHeader,
} from '../../../../../test/support/import-desk.ts';

const idThree = '140928199505209975';
const header = `${workersHeader},合并至公民身份号码`;
const merged = (id: string, into: string) => `${workerRow(id)},${into}`;
const fileWith = (...rows: readonly string[]) => fileOf(header, ...rows);

let database: TestDatabase;
let at: ImportDesk;

beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());
beforeEach(() => {
  at = createImportDesk(database);
});

const subject = (id: string) => at.desk.vault.lookup('citizen', id);
const importWorkers = (file: string, more = {}) => at.importFile('workers', file, more);
const mergedInto = async (id: string) => (await at.workerOf(id))?.mergedInto;

describe('two records that are one person', () => {
  test('the duplicate names the other by its pseudonym, wherever that one stands in the file; no id is shown', async () => {
    const report = await importWorkers(fileWith(merged(idOne, idTwo), merged(idTwo, '')));
    expect(report).toMatchObject({ counts: { create: 2 }, issues: [] });
    expect([await mergedInto(idOne), await mergedInto(idTwo)]).toEqual([subject(idTwo), undefined]);
    const { Items } = await database.table.documents.send(
      new ScanCommand({ TableName: database.table.name }),
    );
    for (const shown of [JSON.stringify(Items), JSON.stringify(report)])
      for (const id of [idOne, idTwo]) expect(shown).not.toContain(id);
  });

  test('a file without the column, and an empty cell, leave it as it is; 无 takes it back', async () => {
    await importWorkers(fileWith(merged(idOne, idTwo), merged(idTwo, '')));
    await importWorkers(workersFile(workerRow(idOne, { relocated: '是' })), { asOf: '2020-06-16' });
    await importWorkers(fileWith(merged(idOne, '')), { asOf: '2020-06-17' });
    expect(await at.workerOf(idOne)).toMatchObject({ relocated: false, mergedInto: subject(idTwo) });
    await importWorkers(fileWith(merged(idOne, '无')), { asOf: '2020-06-18' });
    expect(await at.workerOf(idOne)).not.toHaveProperty('mergedInto');
  });

  test('the other department, or an older file, changes it only by way of a difference', async () => {
    await importWorkers(fileWith(merged(idOne, ''), merged(idTwo, '')));
    const said = fileWith(merged(idOne, idTwo));
    const report = await importWorkers(said, { department: 'HR' });
    expect(report).toMatchObject({
      counts: { conflict: 1 },
      opened: 1,
      conflicts: [
        { fieldName: '合并至公民身份号码', ours: { value: '无' }, theirs: { value: '140925**********88' } },
      ],
    });
    expect(await importWorkers(said, { asOf: '2020-06-14' })).toMatchObject({ counts: { conflict: 1 } });
    expect(await mergedInto(idOne)).toBeUndefined();
  });
});

describe('the record that stays', () => {
  const mergedFrom = async (id: string) => (await at.workerOf(id))?.mergedFrom;

  test('knows its duplicates, keeps them through later files, and loses them when the merger is taken back', async () => {
    await importWorkers(fileWith(merged(idTwo, ''), merged(idOne, '')));
    await importWorkers(fileWith(merged(idOne, idTwo)), { asOf: '2020-06-16' });
    expect(await mergedFrom(idTwo)).toEqual([subject(idOne)]);
    await importWorkers(workersFile(workerRow(idTwo, { relocated: '是' })), { asOf: '2020-06-17' });
    expect(await at.workerOf(idTwo)).toMatchObject({ relocated: true, mergedFrom: [subject(idOne)] });
    await importWorkers(fileWith(merged(idOne, '无')), { asOf: '2020-06-18' });
    expect(await mergedFrom(idTwo)).toBeUndefined();
  });

  test('is told of a duplicate that goes to another record, in one file', async () => {
    await importWorkers(fileWith(merged(idOne, idTwo), merged(idTwo, ''), merged(idThree, '')));
    const rows = [merged(idOne, idThree), merged(idTwo, idThree)];
    expect(await importWorkers(fileWith(...rows), { asOf: '2020-06-16' })).toMatchObject({ issues: [] });
    expect(await mergedFrom(idTwo)).toBeUndefined();
    expect(await mergedFrom(idThree)).toEqual([subject(idOne), subject(idTwo)].sort());
  });

  test('is not merged away itself by a later file while it has duplicates', async () => {
    await importWorkers(fileWith(merged(idOne, idTwo), merged(idTwo, ''), merged(idThree, '')));
    const report = await importWorkers(fileWith(merged(idTwo, idThree)), { asOf: '2020-06-16' });
    expect(codesOf(report.issues)).toEqual(['2K MERGED_HAS_OTHERS']);
    expect(await mergedInto(idTwo)).toBeUndefined();
  });
});

describe('a merger that cannot be right is refused, with row and column', () => {
  test('an id whose check character does not fit, and a record merged into itself', async () => {
    const wrong = `${idTwo.slice(0, -1)}7`;
    const { issues, written } = await importWorkers(fileWith(merged(idOne, wrong), merged(idTwo, idTwo)));
    expect(codesOf(issues)).toEqual(['2K CITIZEN_ID_WRONG', '3K MERGED_INTO_ITSELF']);
    expect(issues.map(({ value }) => value)).toEqual(['140925**********87', '140925**********88']);
    expect(written).toBe(0);
  });

  test('somebody whom neither the register nor the file knows', async () => {
    const { issues, written } = await importWorkers(fileWith(merged(idOne, idTwo)));
    expect(codesOf(issues)).toEqual(['2K MERGED_INTO_UNKNOWN']);
    expect(JSON.stringify(issues)).not.toContain(idTwo);
    expect(written).toBe(0);
  });

  test('a record that is merged itself: by an earlier file, and by a row of the same one', async () => {
    await importWorkers(fileWith(merged(idTwo, idThree), merged(idThree, '')));
    const later = await importWorkers(fileWith(merged(idOne, idTwo)));
    expect(codesOf(later.issues)).toEqual(['2K MERGED_INTO_MERGED']);
    at = createImportDesk(database);
    const rows = [merged(idOne, idTwo), merged(idTwo, idThree), merged(idThree, '')];
    expect(codesOf((await importWorkers(fileWith(...rows))).issues)).toEqual(['2K MERGED_INTO_MERGED']);
    expect(codesOf((await importWorkers(fileWith(...rows.reverse()))).issues)).toEqual([
      '4K MERGED_INTO_MERGED',
    ]);
  });

  test('in a workbook the other record may come in a later sheet, and be merged there', async () => {
    const sheet = (name: string, ...rows: string[]) => ({
      name,
      rows: [header, ...rows].map((row) => row.split(',')),
    });
    const bytes = (into: string) =>
      writeXlsx({
        sheets: [sheet('一', merged(idOne, idTwo)), sheet('二', merged(idTwo, into), merged(idThree, ''))],
      });
    const { issues } = await at.importFile(undefined, await bytes(idThree));
    expect(issues.map(({ sheet: name, row, code }) => [name, row, code])).toEqual([
      ['一', 2, 'MERGED_INTO_MERGED'],
    ]);
    expect(await at.importFile(undefined, await bytes(''))).toMatchObject({
      issues: [],
      counts: { create: 3 },
    });
  });
});
