import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { currentRows } from '../../../functions/rules/values/index.ts';
import { gb18030 } from '../../../test/support/gb18030.ts';
import { readChanges } from './read-changes.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'subsidy-test-values-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const read = async (content: string | Uint8Array) => {
  const path = join(folder, 'values');
  await writeFile(path, content);
  return readChanges(path, currentRows);
};

const cap = {
  ruleId: 'transport.capFen',
  level: 'COUNTY',
  division: '141124',
  value: 60_000,
  from: '2020-03-01',
  source: '临人社发〔2020〕12号',
};
const chinese = `规则编号,级别,行政区划,值,生效日期,终止日期,依据文件
transport.capFen,COUNTY,141124,60000,2020-03-01,,临人社发〔2020〕12号
`;

test('a sheet in Chinese, in UTF-8 or GBK, and a JSON list say the same', async () => {
  const expected = { rows: [cap], faults: [] };
  expect(await read(chinese)).toEqual(expected);
  expect(await read(gb18030(chinese))).toEqual(expected);
  expect(await read(JSON.stringify([{ ...cap, division: 141_124 }]))).toEqual(expected);
});

test.each([
  ['a sum', 'retention.monthlyFen', '15000', 15_000],
  ['a switch', 'transport.requireOrganised', 'false', false],
  ['a word', 'transport.mode', 'FLAT_BY_DESTINATION', 'FLAT_BY_DESTINATION'],
  ['a figure taken away', 'retention.monthlyFen', 'null', null],
  ['a day', 'window.end', '2020-06-20', '2020-06-20'],
  [
    'sums by destination',
    'transport.flatFen',
    '"{""IN_PROVINCE"":20000}"',
    { IN_PROVINCE: 20_000, OUT_OF_PROVINCE: null },
  ],
])('a cell can be %s', async (_case, ruleId, cell, value) => {
  const { rows, faults } = await read(
    `ruleId,level,division,value,from,source\n${ruleId},COUNTY,141124,${cell},2020-03-01,文\n`,
  );
  expect(faults).toEqual([]);
  expect(rows).toMatchObject([{ ruleId, value }]);
});

test('errors of every row are told at once, with the row of the sheet', async () => {
  const { faults } = await read(`${chinese}x,COUNTY,141124,1,2020-03-01,,\n`);
  expect(faults.map(({ row, code }) => `${row} ${code}`)).toEqual(['3 RULE_UNKNOWN', '3 SOURCE_MISSING']);
});

test.each([
  ['an empty list', '[]', 'VALUES_EMPTY'],
  ['a column too few', 'ruleId,level\nx,COUNTY\n', 'VALUES_UNREADABLE'],
  ['a row that is cut off', `${chinese}transport.capFen,COUNTY\n`, 'VALUES_UNREADABLE'],
  ['no list', '{"ruleId":', 'VALUES_UNREADABLE'],
  ['nothing', '', 'VALUES_UNREADABLE'],
])('%s is refused', async (_case, content, code) => {
  await expect(read(content)).rejects.toMatchObject({ code, exitCode: 2 });
});

test('a file that is not there is refused', async () => {
  const nowhere = readChanges(join(folder, 'nowhere'), currentRows);
  await expect(nowhere).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
});
