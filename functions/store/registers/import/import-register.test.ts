import { GetCommand, ScanCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { randomVault } from '../../../../test/support/random-vault.ts';
import type { Desk } from '../../desk.ts';
import { fundKey, workerKey } from '../../keys.ts';
import { batchGet } from '../batch-get.ts';
import { fundItem } from '../fund-item.ts';
import { readRecords } from '../read-records.ts';
import type { Register } from '../register-names.ts';
import { openIdentity } from '../sealed-identity.ts';
import { workerItem } from '../worker-item.ts';
import { readImport, startImport, unfinishedImports } from './import-record.ts';
import { ImportInterruptedError } from './carry-out.ts';
import { importRegister, type ImportRequest } from './import-register.ts';
import { brokerId } from './kinds/organisations.ts';

const idOne = '141124198506129974';
const idTwo = '140925200403109988';
const idWithX = '11010519491231002X';

const workersHeader =
  '公民身份号码,姓名,手机号码,户籍县,安置县,识别日期,脱贫日期,停止享受政策日期,劳动能力,易地搬迁';
const workerRow = (id: string, { name = '例甲子', home = '141124', lifted = '', relocated = '否' } = {}) =>
  `${id},${name},13900000001,${home},,2014-05-31,${lifted},,普通劳动力,${relocated}`;
const fileOf = (header: string, ...rows: readonly string[]) => `${[header, ...rows].join('\n')}\n`;
const workersFile = (...rows: readonly string[]) => fileOf(workersHeader, ...rows);
const spellsHeader =
  'spell_id,citizen_id,kind,employer_code,employer_name,workplace,starts_on,ends_on,wage_proof';
const tripsHeader = 'trip_id,citizen_id,organiser_kind,departs_on,destination,free_of_charge';

let database: TestDatabase;
let desk: Desk;
let subjectOne: string;

beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());
beforeEach(() => {
  // Pseudonyms of a key of their own: each test has its own workers in the one table.
  desk = { table: database.table, vault: randomVault() };
  subjectOne = desk.vault.lookup('citizen', idOne);
});

const importFile = (register: Register, text: string, more: Partial<ImportRequest> = {}) =>
  importRegister(desk, {
    register,
    bytes: new TextEncoder().encode(text),
    asOf: '2020-06-15',
    at: '2020-06-15T01:00:00.000Z',
    dryRun: false,
    by: 'importer-1',
    ...more,
  });

const recordOf = async (subject: string) =>
  (await readRecords(desk.table, { subjects: [subject], organisationIds: [] })).workers.get(subject);

const codesOf = ({ issues }: Awaited<ReturnType<typeof importFile>>) =>
  issues.map(({ row, column, code }) => `${row}${column?.letter ?? ''} ${code}`);

describe('workers', () => {
  test('a worker of the file is in the register, under a pseudonym and with the identity sealed', async () => {
    const report = await importFile('workers', workersFile(workerRow(idOne, { lifted: '2019-12-31' })));
    expect(report.counts).toEqual({ rows: 1, create: 1, update: 0, same: 0, conflict: 0, error: 0 });
    expect(await recordOf(subjectOne)).toEqual({
      subject: subjectOne,
      birthDate: '1985-06-12',
      sex: 'MALE',
      homeDivision: '141124',
      povertyStatuses: [
        { status: 'REGISTERED_POOR', startsOn: '2014-05-31', endsOn: '2019-12-30' },
        { status: 'LIFTED_STILL_ASSISTED', startsOn: '2019-12-31' },
      ],
      workCapacity: 'ABLE',
      relocated: false,
      spells: [],
      seats: [],
      wages: [],
      contributions: [],
      otherBenefits: [],
      courses: [],
      overseasListings: [],
      circumstances: [],
      source: { register: 'workers', asOf: '2020-06-15', version: 1 },
    });
    const [found] = await batchGet(desk.table, [workerKey(subjectOne)]);
    const item = workerItem.parse(found);
    expect(item.maskedName).toBe('例**');
    expect(openIdentity(desk.vault, item.pk, item.identitySealed)).toEqual({
      name: '例甲子',
      citizenId: idOne,
      phone: '+8613900000001',
    });
  });

  test('nothing in the table shows an id, a name or a phone', async () => {
    await importFile('workers', workersFile(workerRow(idOne)));
    const { Items } = await desk.table.documents.send(new ScanCommand({ TableName: desk.table.name }));
    const everything = JSON.stringify(Items);
    for (const personal of [idOne, '例甲子', '13900000001']) expect(everything).not.toContain(personal);
  });

  test('the same file again changes nothing', async () => {
    const file = workersFile(workerRow(idOne), workerRow(idTwo));
    await importFile('workers', file);
    const again = await importFile('workers', file);
    expect(again).toMatchObject({
      counts: { create: 0, update: 0, same: 2 },
      written: 0,
      before: { phase: 'DONE' },
    });
    expect((await recordOf(subjectOne))?.source.version).toBe(1);
  });

  test('a changed row is an update with a further version, and spells and seats stay', async () => {
    await importFile('workers', workersFile(workerRow(idOne)));
    await importFile('spells', fileOf(spellsHeader, `JY1,${idOne},县外务工,,样例厂,320583,2020-02-27,,是`));
    const report = await importFile('workers', workersFile(workerRow(idOne, { relocated: '是' })));
    expect(report.counts).toMatchObject({ create: 0, update: 1, same: 0 });
    expect(await recordOf(subjectOne)).toMatchObject({
      relocated: true,
      source: { version: 2 },
      spells: [{ spellId: 'JY1' }],
    });
  });

  test('a dry run says what would happen and writes nothing', async () => {
    const report = await importFile('workers', workersFile(workerRow(idOne, { name: '样预演' })), {
      dryRun: true,
    });
    expect(report).toMatchObject({
      counts: { create: 1 },
      written: 0,
      rows: [{ row: 2, action: 'CREATE', label: '样**' }],
    });
    expect(await recordOf(subjectOne)).toBeUndefined();
    expect(await readImport(desk.table, report.fileHash)).toBeUndefined();
  });

  test('an older file never overwrites a newer record; it may repeat it', async () => {
    await importFile('workers', workersFile(workerRow(idOne)));
    const older = { asOf: '2020-05-01' };
    expect((await importFile('workers', workersFile(workerRow(idOne)), older)).counts).toMatchObject({
      same: 1,
    });
    const report = await importFile('workers', workersFile(workerRow(idOne, { relocated: '是' })), older);
    expect(report).toMatchObject({ counts: { update: 0, conflict: 1 }, written: 0, opened: 1 });
    expect((await recordOf(subjectOne))?.relocated).toBe(false);
  });

  test('rows may carry an as-of date of their own, but none of the future', async () => {
    const file = (asOf: string) => fileOf(`${workersHeader},数据日期`, `${workerRow(idOne)},${asOf}`);
    expect(codesOf(await importFile('workers', file('2020-06-16')))).toEqual(['2K AS_OF_IN_FUTURE']);
    await importFile('workers', file('2020-04-30'));
    expect((await recordOf(subjectOne))?.source.asOf).toBe('2020-04-30');
  });

  test('full-width digits, a small x and hidden spaces are understood, and noted', async () => {
    const typed = ['１４１１２４１９８５０６１２９９７４', '11010519491231002x', '140925 20040310\u200b9988'];
    const { issues, notes } = await importFile('workers', workersFile(...typed.map((id) => workerRow(id))));
    expect(issues).toEqual([]);
    expect(notes.map(({ row, column, code }) => `${row}${column?.letter ?? ''} ${code}`)).toEqual([
      '2A CELL_CLEANED',
      '3A CELL_NORMALISED',
      '4A CELL_CLEANED',
    ]);
    const subjects = [idOne, idWithX, idTwo].map((id) => desk.vault.lookup('citizen', id));
    expect((await readRecords(desk.table, { subjects, organisationIds: [] })).workers.size).toBe(3);
  });

  test('one wrong row and nothing of the file is written; every error is named at once', async () => {
    const report = await importFile(
      'workers',
      workersFile(
        workerRow(idOne),
        workerRow('141124198506129975'),
        workerRow(idTwo, { home: '149999' }),
        workerRow(idWithX, { lifted: '2010-01-01' }),
        workerRow(idOne),
        `${idTwo},,,141124,,,,,壮,否`,
      ),
    );
    expect(codesOf(report)).toEqual([
      '3A CITIZEN_ID_WRONG',
      '4D DIVISION_UNKNOWN',
      '5G POVERTY_DATES_ORDER',
      '6A DUPLICATE_ROW',
      '7B CELL_EMPTY',
      '7I WORD_UNKNOWN',
    ]);
    expect(report.counts).toEqual({ rows: 6, create: 1, update: 0, same: 0, conflict: 0, error: 5 });
    expect(report.written).toBe(0);
    expect(await recordOf(subjectOne)).toBeUndefined();
  });

  test('an error never repeats an id, a name or a phone', async () => {
    const bad = `141124198506129975,例甲子例甲子,139000000,141124,,,,,普通劳动力,否`;
    const { issues } = await importFile('workers', workersFile(bad));
    const said = JSON.stringify(issues);
    expect(issues.map(({ code }) => code)).toEqual(['CITIZEN_ID_WRONG', 'PHONE_WRONG']);
    for (const personal of ['19850612', '9975', '例甲子例甲子', '139000000'])
      expect(said).not.toContain(personal);
  });

  test('a header without a needed column is answered with its name; an unknown column is left out', async () => {
    expect(await importFile('workers', fileOf('姓名,name', 'a,b'))).toMatchObject({
      issues: [
        { row: 1, code: 'COLUMN_MISSING' },
        { row: 1, code: 'COLUMN_TWICE', column: { letter: 'B' } },
      ],
      counts: { rows: 0 },
    });
    const { issues, notes } = await importFile(
      'workers',
      fileOf(`${workersHeader},备注`, `${workerRow(idOne)},好`),
    );
    expect(issues).toEqual([]);
    expect(notes).toMatchObject([{ row: 1, code: 'COLUMN_IGNORED', column: { letter: 'K', name: '备注' } }]);
  });
});

describe('employment spells', () => {
  beforeEach(() => importFile('workers', workersFile(workerRow(idOne))));

  test('a spell of an unknown worker, one that ends before it starts, a repeated number: all refused', async () => {
    const report = await importFile(
      'spells',
      fileOf(
        spellsHeader,
        `JY1,${idTwo},县外务工,,样例厂,320583,2020-02-27,,是`,
        `JY2,${idOne},OUTSIDE_COUNTY,,样例厂,320583,2020-02-27,2020-02-26,是`,
        `JY3,${idOne},OUTSIDE_COUNTY,91141124MA0TEEE15Z,样例厂,320583,2020-02-27,,是`,
        `JY2,${idOne},OUTSIDE_COUNTY,,样例厂,JPN,2020-02-27,,是`,
      ),
    );
    expect(codesOf(report)).toEqual([
      '2B WORKER_UNKNOWN',
      '3H ENDS_BEFORE_START',
      '4D CREDIT_CODE_WRONG',
      '5A DUPLICATE_ROW',
    ]);
  });

  test('an overlap is a note, at one employer or at two: its days are counted once anyway', async () => {
    const { issues, notes } = await importFile(
      'spells',
      fileOf(
        spellsHeader,
        `JY1,${idOne},县外务工,91141124MA0TEEE15W,测试企业,320583,2020-02-01,2020-04-20,是`,
        `JY2,${idOne},县外务工,91141124MA0TEEE15W,测试企业,320583,2020-04-15,,是`,
        `JY3,${idOne},扶贫车间,,样例车间,141124,2020-04-21,2020-04-30,是`,
        `JY4,${idOne},公益岗位,,样例村委会,141124,2020-04-21,,是`,
      ),
    );
    expect(issues).toEqual([]);
    expect(notes.map(({ row, column, code }) => `${row}${column?.letter ?? ''} ${code}`)).toEqual([
      '3G SPELLS_OVERLAP',
      '4G EMPLOYERS_OVERLAP',
    ]);
    expect((await recordOf(subjectOne))?.spells.map(({ spellId }) => spellId)).toEqual([
      'JY1',
      'JY2',
      'JY3',
      'JY4',
    ]);
  });

  test('a spell that has ended since is an update of that spell only', async () => {
    const row = (no: number, end: string) =>
      `JY${no},${idOne},县外务工,,样例厂,320583,2020-0${no}-01,${end},是`;
    await importFile('spells', fileOf(spellsHeader, row(2, ''), row(3, '')));
    const report = await importFile('spells', fileOf(spellsHeader, row(2, '2020-02-29'), row(3, '')));
    expect(report.counts).toMatchObject({ create: 0, update: 1, same: 1 });
    const spells = (await recordOf(subjectOne))?.spells ?? [];
    expect(spells.map(({ endsOn, source }) => [endsOn, source.version])).toEqual([
      ['2020-02-29', 2],
      [undefined, 1],
    ]);
  });
});

describe('trips', () => {
  beforeEach(() => importFile('workers', workersFile(workerRow(idOne), workerRow(idTwo))));

  test('each passenger of the manifest gets a seat', async () => {
    const seat = (id: string) => `LX1,${id},政府,2020-03-12,120116,是`;
    expect((await importFile('trips', fileOf(tripsHeader, seat(idOne), seat(idTwo)))).counts.create).toBe(2);
    expect((await recordOf(subjectOne))?.seats).toMatchObject([
      { tripId: 'LX1', freeOfCharge: true, organiserKind: 'GOVERNMENT' },
    ]);
  });

  test('the rows of one trip must agree', async () => {
    const report = await importFile(
      'trips',
      fileOf(tripsHeader, `LX1,${idOne},政府,2020-03-12,120116,是`, `LX1,${idTwo},政府,2020-03-13,120116,否`),
    );
    expect(codesOf(report)).toEqual(['3D TRIP_DIFFERS', '3F TRIP_DIFFERS']);
  });
});

describe('organisations', () => {
  const header = '统一社会信用代码,经纪人身份号码,名称,类型,所属集团,许可证号,许可起始日期,许可截止日期';

  test('an agency with its licence, and a broker under a pseudonym', async () => {
    await importFile(
      'organisations',
      fileOf(
        header,
        '91140106MA0TAAA172,,测试人力资源公司甲,人力资源服务机构,甲集团,人服证1号,2018-06-01,2021-05-31',
        ',141124197509099999,试经纪人,劳务经纪人,,,,',
      ),
    );
    const broker = brokerId(desk.vault, '141124197509099999');
    const { organisations } = await readRecords(desk.table, {
      subjects: [],
      organisationIds: ['91140106MA0TAAA172', broker],
    });
    expect(organisations.get('91140106MA0TAAA172')).toMatchObject({
      type: 'HR_AGENCY',
      ownerGroup: '甲集团',
      licences: [{ kind: 'HR_SERVICE', number: '人服证1号', startsOn: '2018-06-01', endsOn: '2021-05-31' }],
    });
    expect(organisations.get(broker)).toMatchObject({ type: 'LABOUR_BROKER', name: '试***' });
  });

  test('a credit code with an odd organisation code in it is taken, and noted: some from before 2015 are so', async () => {
    const row = (code: string) => `${code},,样例公司,企业,,,,`;
    const odd = fileOf(header, row('91141124MA0TEEE15W'), row('91141124MA0TEEE160'));
    const report = await importFile('organisations', odd);
    expect(report).toMatchObject({ issues: [], written: 2 });
    expect(report.notes).toMatchObject([
      {
        row: 3,
        column: { letter: 'A', name: '统一社会信用代码 credit_code' },
        code: 'ORGANISATION_CODE_ODD',
        problem: { zh: '信用代码第 9 至 17 位（组织机构代码）的校验位不符。' },
      },
    ]);
  });

  test('an organisation without its code, a broker without an id, half a licence', async () => {
    const report = await importFile(
      'organisations',
      fileOf(
        header,
        ',,样例公司,企业,,,,',
        '91141124MA0TEEE15W,,试经纪人,劳务经纪人,,,,',
        '91140106MA0TAAA25W,,测试人力资源公司乙,人力资源服务机构,,人服证2号,,2020-01-01',
      ),
    );
    expect(codesOf(report)).toEqual([
      '2A ORGANISATION_ID',
      '3B BROKER_ID',
      '4F LICENCE_INCOMPLETE',
      '4H ENDS_BEFORE_START',
    ]);
  });
});

describe('funds', () => {
  const file = (yuan: string) =>
    fileOf('division,year,sanctioned_yuan,source_document', `141125,2020,"${yuan}",样例1号`);
  const readFund = async () => {
    const { Item } = await desk.table.documents.send(
      new GetCommand({ TableName: desk.table.name, Key: fundKey('141125', '2020') }),
    );
    return fundItem.parse(Item);
  };

  test('what is sanctioned may grow and shrink, but not below what is reserved and paid', async () => {
    await importFile('funds', file('1,200.00'));
    expect(await readFund()).toMatchObject({ sanctionedFen: 120000, availableFen: 120000, reservedFen: 0 });
    await desk.table.documents.send(
      new UpdateCommand({
        TableName: desk.table.name,
        Key: fundKey('141125', '2020'),
        UpdateExpression: 'SET reservedFen = :r, paidFen = :p, availableFen = :a',
        ExpressionAttributeValues: { ':r': 30000, ':p': 50000, ':a': 40000 },
      }),
    );
    expect(codesOf(await importFile('funds', file('799.99')))).toEqual(['2C BELOW_COMMITTED']);
    await importFile('funds', file('900'));
    expect(await readFund()).toMatchObject({
      sanctionedFen: 90000,
      availableFen: 10000,
      reservedFen: 30000,
      paidFen: 50000,
    });
  });

  test('a place that is no county of Shanxi has no fund', async () => {
    const text = fileOf(
      'division,year,sanctioned_yuan,source_document',
      '141100,2020,5,样例1号',
      '110105,2020,5.001,样例1号',
    );
    expect(codesOf(await importFile('funds', text))).toEqual([
      '2A COUNTY_UNKNOWN',
      '3A COUNTY_UNKNOWN',
      '3C AMOUNT_WRONG',
    ]);
  });
});

describe('an import that is cut short', () => {
  /** A hundred years for each county: more than one transaction holds. */
  const years = (county: string, count: number) =>
    Array.from({ length: count }, (_, no) => `${county},20${String(no).padStart(2, '0')},${no + 1},样例1号`);
  const file = fileOf(
    'division,year,sanctioned_yuan,source_document',
    ...years('141126', 100),
    ...years('141127', 20),
  );
  const unfinished = async () => (await unfinishedImports(desk.table)).map(({ fileHash }) => fileHash);

  /** Does something when the nth transaction is about to be sent. */
  const atTransaction = async (
    nth: number,
    act: () => Promise<void> | never,
    during: () => Promise<unknown>,
  ) => {
    const { middlewareStack } = desk.table.documents;
    let seen = 0;
    middlewareStack.add(
      (next, { commandName = '' }) =>
        async (args) => {
          if (commandName.includes('TransactWrite') && (seen += 1) === nth) await act();
          return next(args);
        },
      { step: 'initialize', name: 'interfere' },
    );
    try {
      await during();
    } finally {
      middlewareStack.remove('interfere');
    }
  };

  test('is named until the same file is imported again, which completes it', async () => {
    const { fileHash } = await importFile('funds', file, { dryRun: true });
    const die = () => Promise.reject(new Error('the machine was switched off'));
    await atTransaction(2, die, () => expect(importFile('funds', file)).rejects.toThrow('switched off'));
    expect(await unfinished()).toContain(fileHash);

    const completed = await importFile('funds', file);
    expect(completed).toMatchObject({
      before: { phase: 'STARTED' },
      counts: { create: 20, same: 100, error: 0 },
      written: 20,
    });
    expect(await unfinished()).not.toContain(fileHash);
    expect((await readImport(desk.table, fileHash))?.phase).toBe('DONE');
  });

  test('is closed by a repeat even when only its last word was missing', async () => {
    const text = fileOf('division,year,sanctioned_yuan,source_document', '141128,2020,5,样例1号');
    const { fileHash } = await importFile('funds', text);
    const record = { fileHash, registers: ['funds' as const], startedAt: '2020-06-15T01:00:00.000Z' };
    await startImport(desk.table, { ...record, rows: 1, toWrite: 1 });
    expect(await unfinished()).toContain(fileHash);
    expect(await importFile('funds', text)).toMatchObject({ counts: { same: 1 }, written: 0 });
    expect(await unfinished()).not.toContain(fileHash);
  });

  test('goes on where it was when another change came in between', async () => {
    const many = workersFile(
      ...Array.from({ length: 4 }, (_, no) =>
        workerRow([idOne, idTwo, idWithX, '140928199505209975'][no] ?? ''),
      ),
    );
    const interfering = workersFile(workerRow('140928199505209975'));
    const change = async () => {
      await importFile('workers', interfering);
    };
    await atTransaction(1, change, () =>
      expect(importFile('workers', many)).rejects.toThrow(ImportInterruptedError),
    );
    expect(await recordOf(desk.vault.lookup('citizen', '140928199505209975'))).toBeDefined();
    expect(await recordOf(subjectOne)).toBeUndefined();
    const report = await importFile('workers', many);
    expect(report).toMatchObject({ before: { phase: 'STARTED' }, counts: { create: 3, same: 1 } });
  });
});

test('a worker’s village is read by its code, kept by files without it, and refused where it is none', async () => {
  const withVillage = (code: string) =>
    fileOf(`${workersHeader},户籍村代码,户籍村`, `${workerRow(idOne)},${code},样例一村`);
  await importFile('workers', withVillage('141124999201'));
  await importFile('workers', workersFile(workerRow(idOne, { relocated: '是' })), { asOf: '2020-06-16' });
  expect(await recordOf(subjectOne)).toMatchObject({
    relocated: true,
    homeVillage: '141124999201',
    homeVillageName: '样例一村',
  });
  const { issues } = await importFile('workers', withVillage('1411249992'), { asOf: '2020-06-17' });
  expect(issues).toMatchObject([{ row: 2, column: { letter: 'K' }, code: 'VILLAGE_CODE_WRONG' }]);
});
