import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import {
  createImportDesk,
  employer,
  idOne,
  idTwo,
  type ImportDesk,
  workersHeader,
} from '../../../../test/support/import-desk.ts';
import { markedCopy } from '../xlsx/marked-copy.ts';
import { marksOf } from './import-report.ts';
import { readTables } from './plan-file.ts';

let database: TestDatabase;
let at: ImportDesk;
beforeAll(async () => {
  database = await startTestDatabase();
  at = createImportDesk(database);
});
afterAll(() => database.stop());

const worker = (id: string, relocated = '否') => [
  ...[id, '例甲子', '13900000001', '141124', '', new Date('2014-05-31T00:00:00Z'), '', ''],
  ...['普通劳动力', relocated],
];
const wagesHeader = ['公民身份号码', '工资月份', '单位信用代码', '应发工资', '发放日期'];
const workbook = (workers: ReturnType<typeof worker>[], wages: (string | number)[][]) =>
  writeXlsx({
    sheets: [
      { name: '工资', rows: [wagesHeader, ...wages] },
      { name: '劳动力', rows: [workersHeader.split(','), ...workers] },
    ],
  });

const bad = () =>
  workbook(
    [worker(idOne), worker('１４０９２５２００４０３１０９９８８'), worker(idOne)],
    [
      [idOne, '2020-03', employer, 1300.5, '2020-04-10'],
      [1.41124198506129e17, '2020-03', employer, '很多', '2020-04-10'],
    ],
  );

test('a workbook’s sheets rest on each other: a worker of one has wages in the other', async () => {
  const bytes = await workbook([worker(idOne)], [[idOne, '2020-03', employer, 1300.5, '2020-04-10']]);
  const report = await at.importFile(undefined, bytes);
  expect(report).toMatchObject({
    encoding: 'XLSX',
    registers: ['workers', 'wages'],
    counts: { rows: 2, create: 2, error: 0 },
    written: 1,
  });
  expect(await at.workerOf(idOne)).toMatchObject({
    povertyStatuses: [{ startsOn: '2014-05-31' }],
    wages: [{ month: '2020-03', paidFen: 130050 }],
  });
});

describe('errors of a workbook', () => {
  test('name sheet, row, column and masked value, and nothing is written', async () => {
    const report = await at.importFile(undefined, await bad());
    expect(
      report.issues.map(({ sheet, row, column, value, code }) => [sheet, row, column?.letter, value, code]),
    ).toEqual([
      ['劳动力', 4, 'A', '141124**********74', 'DUPLICATE_ROW'],
      ['工资', 3, 'A', expect.stringMatching(/^141124\*{10}\d\d$/u), 'NUMBER_LOST_DIGITS'],
      ['工资', 3, 'D', '很多', 'AMOUNT_WRONG'],
    ]);
    expect(report.notes).toMatchObject([
      { sheet: '劳动力', row: 3, column: { letter: 'A' }, code: 'CELL_CLEANED' },
    ]);
    expect(report.written).toBe(0);
    expect(await at.workerOf(idTwo)).toBeUndefined();
    const said = JSON.stringify(report);
    for (const personal of ['19850612', '20040310', '例甲子', '13900000001'])
      expect(said).not.toContain(personal);
  });

  test('stand in a marked copy: the bad cells in red, the reasons in a last column', async () => {
    const bytes = await bad();
    const report = await at.importFile(undefined, bytes);
    const { assigned } = await readTables({ bytes });
    const copy = await readXlsx(
      await markedCopy(
        assigned.map(({ table }) => table),
        marksOf(report),
      ),
      { readStyles: true },
    );
    const wages = copy.sheets.find(({ name }) => name === '工资');
    expect(wages?.rows[0]).toEqual([...wagesHeader, '原因']);
    expect(wages?.rows[1]?.at(-1) ?? '').toBe('');
    expect(wages?.rows[2]?.at(-1)).toContain('D 列：不是金额');
    const fillOf = (cell: string) => wages?.cells?.get(cell)?.style?.fill;
    expect(JSON.stringify(fillOf('2,3'))).toContain('FFC7CE');
    expect(fillOf('1,3')).toBeUndefined();
  });

  test('a CSV file has a marked copy too, with its row numbers and the rows that are too short', async () => {
    const text = `${workersHeader}\n\n${idOne},例\n`;
    const report = await at.importFile('workers', text);
    const { assigned } = await readTables({ bytes: new TextEncoder().encode(text), register: 'workers' });
    const copy = await readXlsx(
      await markedCopy(
        assigned.map(({ table }) => table),
        marksOf(report),
      ),
    );
    expect(copy.sheets[0]?.rows[2]?.slice(0, 2)).toEqual([idOne, '例']);
    expect(copy.sheets[0]?.rows[2]?.at(-1)).toContain('这一行有 2 列，表头有 10 列。');
  });
});
