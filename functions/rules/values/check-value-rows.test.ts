import { describe, expect, test } from 'vitest';
import { checkValueRows } from './check-value-rows.ts';
import { currentRows } from './index.ts';
import type { ValueRow } from './value-fault.ts';

const good = {
  row: 2,
  ruleId: 'transport.capFen',
  level: 'COUNTY',
  division: '141124',
  value: 60_000,
  from: '2020-03-01',
  source: '临人社发〔2020〕12号',
};
const check = (...rows: ValueRow[]) => checkValueRows(rows, currentRows);
const places = (...rows: ValueRow[]) =>
  check(...rows).faults.map(({ code, row, column }) => `${row} ${column} ${code}`);

test('a county’s own figure with its document is taken', () => {
  const { rows, faults } = check(good);
  expect(faults).toEqual([]);
  expect(rows.map((value) => ({ ...value, row: good.row }))).toEqual([good]);
});

test('the province’s new cap is still a cap', () => {
  expect(check({ ...good, level: 'PROVINCE', division: '140000', value: 100_000 }).rows).toMatchObject([
    { isCap: true, value: 100_000 },
  ]);
});

describe('refused', () => {
  test.each<[string, Partial<ValueRow>, string]>([
    ['a rule nobody knows', { ruleId: 'transport.capYuan' }, '2 ruleId RULE_UNKNOWN'],
    ['a group of rules', { ruleId: 'transport' }, '2 ruleId RULE_UNKNOWN'],
    ['a name that every object has', { ruleId: 'constructor' }, '2 ruleId RULE_UNKNOWN'],
    ['a level nobody knows', { level: 'TOWN' }, '2 level LEVEL_UNKNOWN'],
    ['a county of another province', { division: '130121' }, '2 division DIVISION_UNKNOWN'],
    ['a city as a county', { division: '141100' }, '2 division DIVISION_UNKNOWN'],
    ['a sum in words', { value: '600元' }, '2 value VALUE_WRONG'],
    ['half a fen', { value: 0.5 }, '2 value VALUE_WRONG'],
    ['no value at all', { value: undefined }, '2 value VALUE_WRONG'],
    ['a day that does not exist', { from: '2020-02-30' }, '2 from DATE_WRONG'],
    ['an end before the start', { to: '2020-02-01' }, '2 to FROM_AFTER_TO'],
    ['no document', { source: ' ' }, '2 source SOURCE_MISSING'],
    ['a county above the province’s cap', { value: 90_000 }, '2 value ABOVE_CAP'],
  ])('%s', (_case, change, fault) => {
    expect(places({ ...good, ...change })).toEqual([fault]);
  });

  test('a county above a cap that the same file lowers later in its period', () => {
    const cap = { ...good, row: 3, level: 'PROVINCE', division: '140000', value: 50_000, from: '2020-05-01' };
    expect(places(good, cap)).toEqual(['2 value ABOVE_CAP']);
    expect(places({ ...good, to: '2020-04-30' }, cap)).toEqual([]);
  });

  test('two figures of one county for the same days', () => {
    const spring = { ...good, to: '2020-05-31' };
    expect(places(spring, { ...good, row: 3, from: '2020-05-31' })).toEqual(['3 from PERIODS_OVERLAP']);
    expect(places(good, { ...good, row: 3 })).toEqual(['3 from PERIODS_OVERLAP']);
    expect(places(spring, { ...good, row: 3, from: '2020-06-01' })).toEqual([]);
    expect(places(good, { ...good, row: 3, from: '2020-06-01' })).toEqual([]);
    expect(places(spring, { ...good, row: 3, division: '141129' })).toEqual([]);
  });

  test('everything that is wrong at once, row by row', () => {
    const worst = { row: 5, ruleId: 'x', level: 'x', division: 'x', from: 'x', to: 'x' };
    expect(places(worst, { ...good, value: 'x' })).toEqual([
      '2 value VALUE_WRONG',
      '5 level LEVEL_UNKNOWN',
      '5 ruleId RULE_UNKNOWN',
      '5 from DATE_WRONG',
      '5 to DATE_WRONG',
      '5 source SOURCE_MISSING',
    ]);
  });
});
