import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import {
  createImportDesk,
  employer,
  fileOf,
  idOne,
  idTwo,
  type ImportDesk,
  workerRow,
  workersFile,
} from '../../../../test/support/import-desk.ts';
import { differencePartition } from '../../keys.ts';
import { queryWork } from '../../query-work.ts';
import { differenceItem } from '../difference-item.ts';
import { confirmImport, type ConfirmRequest } from './confirm-import.ts';
import { readImport } from './import-record.ts';
import { openTheirs } from './open-differences.ts';

let database: TestDatabase;
let at: ImportDesk;

beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());
beforeEach(() => {
  at = createImportDesk(database);
});

/** Each test has a county of its own, so that it sees its own differences only. */
const openIn = async (owner: 'HR' | 'POVERTY', division: string) => {
  const partition = differencePartition(owner, division);
  const { items } = await queryWork(at.desk.table, { partition, limit: 50 });
  return items.map((item) => differenceItem.parse(item));
};
const worker = (home: string, more: Parameters<typeof workerRow>[1] = {}) =>
  workersFile(workerRow(idOne, { home, ...more }));

describe('who owns a field changes it', () => {
  test('the poverty office changes poverty dates; 人社 saying otherwise opens a difference for it', async () => {
    await at.importFile('workers', worker('141121'));
    const lifted = worker('141121', { lifted: '2019-12-31' });
    const report = await at.importFile('workers', lifted, { department: 'HR', asOf: '2020-06-16' });
    expect(report).toMatchObject({ counts: { conflict: 1, update: 0, error: 0 }, issues: [], opened: 1 });
    expect((await at.workerOf(idOne))?.povertyStatuses).toHaveLength(1);
    expect(await openIn('POVERTY', '141121')).toMatchObject([
      {
        register: 'workers',
        recordKey: { sk: 'REGISTER' },
        label: '例**',
        field: 'lifted_on',
        fieldName: '脱贫日期',
        ours: { asOf: '2020-06-15' },
        theirs: { value: '2019-12-31', asOf: '2020-06-16', department: 'HR', row: 2 },
        owner: 'POVERTY',
        division: '141121',
        state: 'OPEN',
      },
    ]);
    expect((await at.importFile('workers', lifted, { asOf: '2020-06-16' })).counts).toMatchObject({
      update: 1,
    });
    expect((await at.workerOf(idOne))?.povertyStatuses).toHaveLength(2);
  });

  test('one row may do both: its own fields change, the other department’s wait for a person', async () => {
    await at.importFile('workers', worker('141122'));
    const both = worker('141122', { relocated: '是', phone: '13900000009' });
    const report = await at.importFile('workers', both);
    expect(report).toMatchObject({ counts: { conflict: 1 }, written: 1, opened: 1 });
    expect((await at.workerOf(idOne))?.relocated).toBe(true);
    const [opened] = await openIn('HR', '141122');
    expect(opened).toMatchObject({ field: 'phone', ours: { value: '**********0001' } });
    expect(JSON.stringify(opened)).not.toContain('13900000009');
    expect(opened && openTheirs(at.desk, opened)).toBe('+8613900000009');
    expect(
      (await at.importFile('workers', worker('141122', { phone: '13900000009' }), { department: 'HR' }))
        .counts,
    ).toMatchObject({ conflict: 1 });
  });

  test('a blank cell of the other department says nothing', async () => {
    await at.importFile('workers', worker('141123', { lifted: '2019-12-31' }));
    const report = await at.importFile('workers', worker('141123', { lifted: '2019-12-31', phone: '' }));
    expect(report).toMatchObject({ counts: { same: 1 }, conflicts: [] });
  });

  test('which enterprise relieves poverty is for the poverty office to say', async () => {
    const header = '统一社会信用代码,名称,类型,扶贫企业';
    await at.importFile('organisations', fileOf(header, `${employer},测试企业,企业,`));
    const yes = fileOf(header, `${employer},测试企业,企业,是`);
    expect((await at.importFile('organisations', yes)).counts).toMatchObject({ conflict: 1 });
    expect((await at.importFile('organisations', yes, { department: 'POVERTY' })).counts).toMatchObject({
      update: 1,
    });
  });
});

describe('a newer value is never overwritten by an older file', () => {
  const header = 'spell_id,citizen_id,kind,employer_name,workplace,starts_on,ends_on,wage_proof';
  const spell = (end: string) => fileOf(header, `JY1,${idOne},县外务工,样例厂,320583,2020-02-01,${end},是`);

  test('a spell that ended otherwise opens a difference with both dates and their age', async () => {
    await at.importFile('workers', worker('141125'));
    await at.importFile('spells', spell('2020-05-31'), { asOf: '2020-06-10' });
    const report = await at.importFile('spells', spell('2020-04-30'), { asOf: '2020-05-01' });
    expect(report).toMatchObject({ counts: { conflict: 1, error: 0 }, opened: 1, written: 0 });
    expect((await at.workerOf(idOne))?.spells).toMatchObject([
      { endsOn: '2020-05-31', source: { version: 1 } },
    ]);
    expect(await openIn('HR', '141125')).toMatchObject([
      {
        register: 'spells',
        entry: 'JY1',
        field: 'ends_on',
        ours: { value: '2020-05-31', asOf: '2020-06-10' },
        theirs: { value: '2020-04-30', asOf: '2020-05-01' },
      },
    ]);
  });

  test('the same file again opens nothing again', async () => {
    await at.importFile('workers', worker('141126'));
    await at.importFile('spells', spell('2020-05-31'), { asOf: '2020-06-10' });
    const older = { asOf: '2020-05-01' };
    await at.importFile('spells', spell('2020-04-30'), older);
    expect(await at.importFile('spells', spell('2020-04-30'), older)).toMatchObject({ opened: 0 });
    expect(await openIn('HR', '141126')).toHaveLength(1);
  });
});

describe('a dry run and its confirmation', () => {
  const confirm = (file: string, more: Partial<ConfirmRequest> & Pick<ConfirmRequest, 'dryRunId'>) =>
    confirmImport(at.desk, {
      bytes: new TextEncoder().encode(file),
      at: '2020-06-15T02:00:00.000Z',
      by: 'importer-1',
      ...more,
    });
  const tryOut = async (file: string) => {
    const { dryRunId = '' } = await at.importFile('workers', file, { dryRun: true });
    return dryRunId;
  };
  const file = workersFile(workerRow(idOne, { home: '141127' }), workerRow(idTwo, { home: '141127' }));

  test('what it says is what the confirmation does; a second one finds nothing to do', async () => {
    const dryRunId = await tryOut(file);
    expect(dryRunId).toMatch(/^DR-[0-9a-f]{12}$/u);
    expect(await at.workerOf(idOne)).toBeUndefined();
    const done = await confirm(file, { dryRunId });
    expect(done).toMatchObject({ counts: { create: 2 }, written: 2, issues: [] });
    expect((await readImport(at.desk.table, done.fileHash))?.dryRunId).toBe(dryRunId);
    expect(await confirm(file, { dryRunId })).toMatchObject({ counts: { same: 2 }, written: 0, issues: [] });
  });

  test('another file is not what was tried', async () => {
    const dryRunId = await tryOut(file);
    await expect(confirm(`${file} `, { dryRunId })).rejects.toMatchObject({ code: 'FILE_CHANGED' });
    await expect(confirm(file, { dryRunId: 'DR-000000000000' })).rejects.toMatchObject({
      code: 'DRY_RUN_UNKNOWN',
    });
    expect(await at.workerOf(idOne)).toBeUndefined();
  });

  test('a row whose record has changed since is found, and nothing is written', async () => {
    await at.importFile('workers', workersFile(workerRow(idTwo, { home: '141127' })));
    const change = (relocated: string) => workersFile(workerRow(idTwo, { home: '141127', relocated }));
    const both = `${file.trim()}\n`.replace(/否\n$/u, '是\n');
    const dryRunId = await tryOut(both);
    await at.importFile('workers', change('是'), { asOf: '2020-06-14' });
    await at.importFile('workers', change('否'), { at: '2020-06-15T01:30:00.000Z', asOf: '2020-06-16' });
    const refused = await confirm(both, { dryRunId });
    expect(refused.issues).toMatchObject([{ row: 3, code: 'CHANGED_SINCE_DRY_RUN' }]);
    expect(refused.written).toBe(0);
    expect(await at.workerOf(idOne)).toBeUndefined();
  });

  test('a dry run with errors has no number to be confirmed with', async () => {
    const wrong = workersFile(workerRow('141124198506129975'));
    expect(await at.importFile('workers', wrong, { dryRun: true })).not.toHaveProperty('dryRunId');
  });

  test('conflicts are shown by the dry run and opened by the confirmation', async () => {
    await at.importFile('workers', worker('141128'));
    const other = worker('141128', { phone: '13900000005' });
    const tried = await at.importFile('workers', other, { dryRun: true });
    expect(tried).toMatchObject({
      counts: { conflict: 1 },
      opened: 0,
      conflicts: [
        { row: 2, column: { letter: 'C' }, fieldName: '手机号码', theirs: { value: '**********0005' } },
      ],
    });
    expect(await openIn('HR', '141128')).toEqual([]);
    expect(await confirm(other, { dryRunId: tried.dryRunId ?? '' })).toMatchObject({ opened: 1 });
    expect(await openIn('HR', '141128')).toHaveLength(1);
  });
});
