import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { shanxiCounties } from '../../contracts/divisions.ts';
import type { DatedValue } from './dated.ts';
import { valuesFromRows, valuesInForce } from './index.ts';
import { shippedValues } from './province.ts';

type Tree = Readonly<Record<string, unknown>>;
/** A list (steps of day rates, insurances) is one figure. */
const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A county’s own day counts and the like, which the policy cases do not ask about. */
const asFarAs = (given: unknown, asked: unknown): unknown =>
  isTree(given) && isTree(asked)
    ? Object.fromEntries(Object.keys(asked).map((name) => [name, asFarAs(given[name], asked[name])]))
    : given;

const leaves = (tree: unknown, name = ''): string[] =>
  isTree(tree)
    ? Object.entries(tree).flatMap(([part, below]) => leaves(below, name === '' ? part : `${name}.${part}`))
    : [name];

const { values, sources } = valuesInForce('141124', '2020-03-16');

describe('the values that are shipped', () => {
  const url = new URL('../../../../shared/policy/cases.json', import.meta.url);
  const { defaultConfig } = z
    .object({ defaultConfig: z.record(z.string(), z.unknown()) })
    .parse(JSON.parse(readFileSync(url, 'utf8')));

  test.each([
    'window',
    'minimumAge',
    'transport',
    'placement',
    'overseas',
    'training',
    'hiring',
    'socialInsurance',
    'retention',
    'publicWorks',
    'unemployment',
  ] as const)('are those of the policy cases: %s', (section) => {
    const asked = defaultConfig[section];
    expect(asked).toBeDefined();
    expect(asFarAs(values[section], asked)).toEqual(asked);
  });

  test('every value names the document it rests on, in Chinese', () => {
    const figures = leaves(values);
    expect(figures).toContain('placement.tierFen.IN_COUNTY');
    for (const figure of figures) expect(sources[figure], figure).toMatch(/[一-龥]/);
  });

  test('no figure is entered twice', () => {
    const ids = shippedValues.map(({ ruleId }) => ruleId);
    expect(ids).toHaveLength(new Set(ids).size);
  });

  test('are the same in all 117 counties', () => {
    for (const county of shanxiCounties) expect(valuesInForce(county, '2020-03-16').values).toEqual(values);
  });

  test('hold for claims that are made after the window has closed', () => {
    expect(valuesInForce('141124', '2021-02-01').values).toEqual(values);
  });
});

describe('values from rows', () => {
  const own = (ruleId: string, value: unknown, rest: Partial<DatedValue> = {}): DatedValue => ({
    ruleId,
    level: 'COUNTY',
    division: '141124',
    value,
    from: '2020-02-01',
    source: '临县文件',
    ...rest,
  });
  const inLinxian = (rows: readonly DatedValue[], on = '2020-03-16') => valuesFromRows(rows, '141124', on);
  const provinceAnd = (...rows: DatedValue[]) => [...shippedValues, ...rows];

  test('one figure of the county’s own changes that one and no other', () => {
    const changed = inLinxian(provinceAnd(own('placement.tierFen.IN_COUNTY', 40_000)));
    expect(changed).toEqual({
      ...values,
      placement: { ...values.placement, tierFen: { ...values.placement.tierFen, IN_COUNTY: 40_000 } },
    });
  });

  test.each([
    ['transport.capFen', 90_000],
    ['placement.tierFen.IN_COUNTY', 60_000],
    ['placement.tierFen.IN_PROVINCE', 90_000],
    ['placement.tierFen.OUT_OF_PROVINCE', 110_000],
    ['retention.monthlyFen', 30_000],
  ])('no county pays more than the notice: %s', (ruleId, value) => {
    expect(inLinxian(provinceAnd(own(ruleId, value)))).toEqual(values);
  });

  test('a figure that nobody has set for that day is open, so that payment is blocked', () => {
    const rows = shippedValues.map((row) =>
      row.ruleId === 'retention.monthlyFen' ? { ...row, to: '2020-03-15' } : row,
    );
    expect(inLinxian(rows, '2020-03-15').retention.monthlyFen).toBe(20_000);
    expect(inLinxian(rows, '2020-03-16').retention.monthlyFen).toBeNull();
  });

  test('without its window the notice cannot be applied at all', () => {
    const rows = shippedValues.filter(({ ruleId }) => ruleId !== 'window.start');
    expect(() => inLinxian(rows)).toThrow(z.ZodError);
  });

  test('a value of the wrong kind is refused, not used', () => {
    expect(() => inLinxian(provinceAnd(own('retention.monthlyFen', '200元')))).toThrow(z.ZodError);
    expect(() => inLinxian(provinceAnd(own('retention.monthlyYuan', 200)))).toThrow(z.ZodError);
  });
});
