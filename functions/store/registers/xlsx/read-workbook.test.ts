import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { workbookParts, xmlRow, zipOf } from '../../../../test/support/workbook.ts';
import { UnreadableFileError } from '../cells/import-issue.ts';
import { readTables } from '../import/plan-file.ts';

const header = ['citizen_id', 'month', 'employer_code', 'paid_yuan', 'paid_on'];
const id = '141124198506129974';
const wageRow = [id, '2020-03', '91141124MA0TEEE15W', '2600', '2020-04-10'];

type Sheet = Parameters<typeof writeXlsx>[0]['sheets'][number];
const workbook = (...sheets: readonly Sheet[]) => writeXlsx({ sheets: [...sheets] });
const wageSheet = (more: Partial<Sheet> = {}): Sheet => ({ name: '工资', rows: [header, wageRow], ...more });

const refusal = async (bytes: Uint8Array, fileName = 'wages.xlsx') => {
  try {
    await readTables({ bytes, fileName });
  } catch (error) {
    if (error instanceof UnreadableFileError) return error.issues.map(({ code }) => code);
    throw error;
  }
  return 'it was read';
};
const issuesOf = async (bytes: Uint8Array) => {
  const { assigned } = await readTables({ bytes, fileName: 'wages.xlsx' });
  return assigned.flatMap(({ table }) => table.issues);
};
const cellsOf = async (bytes: Uint8Array) => {
  const { assigned } = await readTables({ bytes });
  return assigned.flatMap(({ table }) => table.rows.map(({ cells }) => cells));
};

describe('a workbook is refused with one clear message when it is', () => {
  test('a CSV file that was renamed', async () => {
    expect(await refusal(new TextEncoder().encode(`${header.join(',')}\n`))).toEqual(['FILE_NOT_A_WORKBOOK']);
  });

  test('of the old format', async () => {
    const bytes = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
    expect(await refusal(bytes, 'wages.xls')).toEqual(['FILE_IS_XLS']);
  });

  test('protected by a password', async () => {
    const bytes = await writeXlsx({ sheets: [wageSheet()], encryption: { password: 'x', spinCount: 1 } });
    expect(await refusal(bytes)).toEqual(['FILE_HAS_PASSWORD']);
  });

  test('cut short, or damaged inside', async () => {
    const bytes = await workbook(wageSheet());
    expect(await refusal(bytes.slice(0, bytes.length - 400))).toEqual(['FILE_BROKEN']);
    const parts = workbookParts({ 工资: '<sheetData><row r="1"><c r="A1"' });
    expect(await refusal(zipOf(parts))).toEqual(['FILE_BROKEN']);
    const whole = workbookParts({ 工资: `<sheetData>${xmlRow(1, header)}` });
    const sheet = { ...whole.at(-1)!, content: String(whole.at(-1)!.content).replace('</worksheet>', '') };
    expect(await refusal(zipOf([...whole.slice(0, -1), sheet]))).toEqual(['FILE_BROKEN']);
  });

  test('another archive than a workbook', async () => {
    expect(await refusal(zipOf([{ name: 'word/document.xml', content: '<w/>' }]))).toEqual([
      'FILE_NOT_A_WORKBOOK',
    ]);
  });

  test('a zip bomb, whether it says so or not', async () => {
    const parts = workbookParts({ 工资: `<sheetData>${xmlRow(1, header)}</sheetData>` });
    const bomb = { name: 'xl/media/image1.png', content: 'x', declaredSize: 300 * 1024 * 1024 };
    expect(await refusal(zipOf([...parts, bomb]))).toEqual(['FILE_UNPACKS_TOO_LARGE']);
    const sheet = { ...parts.at(-1)!, declaredSize: 50 };
    expect(await refusal(zipOf([...parts.slice(0, -1), sheet]))).toEqual(['FILE_BROKEN']);
  });

  test('longer than 100,000 rows; one of 100,000 rows is read', async () => {
    const rows = (count: number) =>
      Array.from({ length: count }, (_, n) => `<row r="${n + 2}"><c r="A${n + 2}"><v>1</v></c></row>`).join(
        '',
      );
    const sheet = (count: number) => `<sheetData>${xmlRow(1, header)}${rows(count)}</sheetData>`;
    expect(await refusal(zipOf(workbookParts({ 工资: sheet(100_001) })))).toEqual(['TOO_MANY_ROWS']);
    expect(await refusal(zipOf(workbookParts({ 工资: sheet(100_000) })))).toBe('it was read');
  });

  test('longer than 100,000 rows over its sheets together', async () => {
    const sheet = (count: number) =>
      `<sheetData>${xmlRow(1, header)}${`<row><c><v>1</v></c></row>`.repeat(count)}</sheetData>`;
    expect(await refusal(zipOf(workbookParts({ 一村: sheet(50_000), 二村: sheet(50_001) })))).toEqual([
      'TOO_MANY_ROWS',
    ]);
  });

  test('empty', async () => {
    expect(await refusal(await workbook({ name: '工资', rows: [] }))).toEqual(['FILE_EMPTY']);
  });

  test('of no register: the nearest one is named, and no cell is repeated', async () => {
    const bytes = await workbook({ name: '名单', rows: [[id, '例甲子', '13900000001']] });
    const error = await readTables({ bytes }).catch((thrown: unknown) => thrown);
    expect((error as UnreadableFileError).issues).toMatchObject([
      { sheet: '名单', code: 'REGISTER_UNKNOWN' },
    ]);
    for (const personal of [id, '例甲子', '13900000001']) expect(String(error)).not.toContain(personal);
  });
});

describe('a sheet of a workbook is refused', () => {
  test('for formulas, with the first of them by name', async () => {
    const cells = new Map([
      ['1,3', { formula: '2000+600' }],
      ['2,3', { formula: 'D2' }],
    ]);
    const bytes = await workbook(wageSheet({ rows: [header, wageRow, wageRow], cells }));
    expect(await issuesOf(bytes)).toMatchObject([
      { code: 'CELLS_HAVE_FORMULAS', row: 2, column: { letter: 'D', name: 'paid_yuan' } },
    ]);
    expect((await issuesOf(bytes))[0]?.problem.zh).toBe('有 2 个单元格是公式（D2、D3）。');
  });

  test('for merged cells in the data; a merged title above the header is nothing', async () => {
    const merged = (startRow: number, endRow: number) => [{ startRow, endRow, startCol: 0, endCol: 1 }];
    expect(await issuesOf(await workbook(wageSheet({ merges: merged(1, 2) })))).toMatchObject([
      { code: 'CELLS_MERGED', row: 2, column: { letter: 'A' } },
    ]);
    const titled = wageSheet({ rows: [['三月工资表'], header, wageRow], merges: merged(0, 0) });
    const { assigned } = await readTables({ bytes: await workbook(titled) });
    expect(assigned[0]?.table).toMatchObject({ headerRow: 2, rows: [{ row: 3 }], issues: [] });
  });
});

describe('a cell of a workbook', () => {
  test('keeps an id that is text; one that is a number has lost its last digits and is refused', async () => {
    const numbers = `<row r="2"><c r="A2"><v>1.41124198506129E+17</v></c></row>`;
    const bytes = zipOf(workbookParts({ 工资: `<sheetData>${xmlRow(1, header)}${numbers}</sheetData>` }));
    expect(await cellsOf(bytes)).toMatchObject([[{ fault: { code: 'NUMBER_LOST_DIGITS' } }]]);
    expect((await cellsOf(await workbook(wageSheet())))[0]?.[0]).toBe(id);
  });

  test('may be a date, a number, or yes and no, and is read as a CSV file would have it', async () => {
    const rows = [
      header,
      [id, new Date('2020-03-01T00:00:00Z'), true, 2600.1, new Date('2020-04-10T00:00:00Z')],
    ];
    expect(await cellsOf(await workbook(wageSheet({ rows })))).toEqual([
      [id, '2020-03-01', 'TRUE', '2600.1', '2020-04-10'],
    ]);
  });

  test("that shows one of Excel's errors is refused", async () => {
    const rows = [header, [id, '2020-03', '#N/A', '1', '2020-04-10']];
    expect((await cellsOf(await workbook(wageSheet({ rows }))))[0]?.[2]).toMatchObject({
      fault: { code: 'CELL_IS_ERROR' },
    });
  });
});

test('every sheet of a register is read, in the order they rest on each other; others are named', async () => {
  const workers = ['公民身份号码', '姓名', '户籍县', '劳动能力', '易地搬迁'];
  const parts = workbookParts({
    工资: `<sheetData>${xmlRow(1, header)}</sheetData>`,
    说明: `<sheetData>${xmlRow(1, ['填表说明'])}</sheetData>`,
    劳动力: `<sheetData>${xmlRow(1, workers)}${xmlRow(4, [id, '例甲子'])}</sheetData>`,
  });
  const { assigned, notes } = await readTables({ bytes: zipOf(parts) });
  expect(
    assigned.map(({ register, table }) => [register, table.sheet, table.rows.map(({ row }) => row)]),
  ).toEqual([
    ['workers', '劳动力', [4]],
    ['wages', '工资', []],
  ]);
  expect(notes).toMatchObject([{ sheet: '说明', code: 'SHEET_PASSED_OVER' }]);
});
