import { describe, expect, test } from 'vitest';
import { resolve, rowsInForce, type DatedValue } from './dated.ts';

const row = (
  level: DatedValue['level'],
  division: string,
  value: unknown,
  rest: Partial<DatedValue> = {},
): DatedValue => ({
  ruleId: 'transport.capFen',
  level,
  division,
  value,
  from: '2020-01-01',
  source: `${division} 文件`,
  ...rest,
});

const province = row('PROVINCE', '140000', 80_000, { isCap: true });
const prefecture = row('PREFECTURE', '141100', 60_000);
const county = row('COUNTY', '141124', 50_000);

const inForce = (rows: readonly DatedValue[], division = '141124', on = '2020-03-16') =>
  resolve(rowsInForce(rows, division, on));
const valueOf = (...question: Parameters<typeof inForce>) => inForce(...question)?.value;

describe('the lowest level in force wins', () => {
  const rows = [county, province, prefecture];

  test.each([
    ['a county with a figure of its own', '141124', 50_000],
    ['another county of that prefecture', '141129', 60_000],
    ['a county of another prefecture', '141034', 80_000],
    ['a county of another province', '130121', undefined],
  ])('%s (%s)', (_case, division, value) => {
    expect(valueOf(rows, division)).toBe(value);
  });

  test('whatever the order of the rows', () => {
    expect(valueOf(rows.toReversed())).toBe(50_000);
  });

  test('with the document it rests on', () => {
    expect(inForce(rows)?.source).toBe('141124 文件');
  });

  test('a county may say that it has not set the figure yet', () => {
    expect(inForce([province, row('COUNTY', '141124', null)])?.value).toBeNull();
  });
});

describe('never above a higher level’s cap', () => {
  const generous = row('COUNTY', '141124', 90_000);

  test('a county’s 900 yuan are paid as the province’s 800, and both documents are named', () => {
    expect(inForce([province, generous])).toEqual({
      value: 80_000,
      source: '141124 文件；上限：140000 文件',
    });
  });

  test('exactly the cap is not capped', () => {
    expect(inForce([province, row('COUNTY', '141124', 80_000)])?.source).toBe('141124 文件');
  });

  test('the tightest of two caps holds', () => {
    const tight = row('PREFECTURE', '141100', 70_000, { isCap: true });
    expect(valueOf([province, tight, generous])).toBe(70_000);
    expect(valueOf([province, row('PREFECTURE', '141100', 85_000, { isCap: true }), generous])).toBe(80_000);
  });

  test('a figure that is no cap does not bind the county', () => {
    expect(valueOf([row('PROVINCE', '140000', 80_000), generous])).toBe(90_000);
  });

  test('a cap that was replaced binds no longer', () => {
    const raised = row('PROVINCE', '140000', 95_000, { isCap: true, from: '2020-03-01' });
    expect(valueOf([raised, province, generous])).toBe(90_000);
  });

  test('a switch is not a figure: no cap touches it', () => {
    expect(valueOf([province, row('COUNTY', '141124', 'OUTSIDE_PROVINCE')])).toBe('OUTSIDE_PROVINCE');
  });
});

describe('the day of the event decides', () => {
  const autumn = row('COUNTY', '141124', 40_000, { from: '2020-09-01' });
  const spring = row('COUNTY', '141124', 70_000, { from: '2020-02-01', to: '2020-04-30' });
  const rows = [autumn, spring, province];

  test.each([
    ['before the county had a figure', '2020-01-31', 80_000],
    ['on the first day of the county’s figure', '2020-02-01', 70_000],
    ['on its last day', '2020-04-30', 70_000],
    ['after it expired, the province’s figure again', '2020-05-01', 80_000],
    ['the day before the next figure', '2020-08-31', 80_000],
    ['from the next figure on', '2020-09-01', 40_000],
    ['before any figure', '2019-12-31', undefined],
  ])('%s (%s)', (_case, on, value) => {
    expect(valueOf(rows, '141124', on)).toBe(value);
  });

  test('of two figures of one level, the newer holds; of the same day, the one entered last', () => {
    const older = row('COUNTY', '141124', 10_000);
    const newer = row('COUNTY', '141124', 20_000, { from: '2020-02-01' });
    const amended = row('COUNTY', '141124', 30_000, { from: '2020-02-01' });
    expect(valueOf([newer, older])).toBe(20_000);
    expect(valueOf([older, newer, amended])).toBe(30_000);
  });
});
