import { describe, expect, test } from 'vitest';
import { samePlace, tierNames, tierOf } from './tier.ts';

describe('how far from home, for a worker of 临县 (141124)', () => {
  test.each([
    ['in their own county', '141124', 'IN_COUNTY'],
    ['in the next county of the same city', '141129', 'IN_PROVINCE'],
    ['in the provincial capital', '140105', 'IN_PROVINCE'],
    ['in Suzhou', '320500', 'OUT_OF_PROVINCE'],
    ['in a county of Inner Mongolia', '150121', 'OUT_OF_PROVINCE'],
    ['in Japan', 'JPN', 'OVERSEAS'],
    ['in Hong Kong', '810000', 'OVERSEAS'],
    ['in Hong Kong, by its country code', 'HKG', 'OVERSEAS'],
    ['in Macau', '820000', 'OVERSEAS'],
    ['in Taiwan', '710000', 'OVERSEAS'],
  ])('%s (%s)', (_where, workplace, tier) => {
    expect(tierOf('141124', workplace)).toBe(tier);
  });

  test('two districts of one city are two counties', () => {
    expect(tierOf('140105', '140106')).toBe('IN_PROVINCE');
  });

  test('each has a name that an officer uses', () => {
    expect(Object.values(tierNames).map(({ zh }) => zh)).toEqual(['县内', '省内', '省外', '境外']);
  });
});

describe('the same place', () => {
  test.each([
    ['a county and itself', '320583', '320583', true],
    ['a county and its city', '320583', '320500', true],
    ['a county and its province', '320583', '320000', true],
    ['two counties of one city', '320583', '320585', false],
    ['a county and another city', '320583', '321000', false],
    ['a county and another province', '320583', '330000', false],
    ['a county whose own code ends in a nought', '141130', '141130', true],
    ['two counties whose codes differ by the last digit', '140930', '140931', false],
    ['a country and itself', 'JPN', 'JPN', true],
    ['a country and a county', 'JPN', '320583', false],
  ])('%s (%s, %s): %s', (_what, a, b, same) => {
    expect(samePlace(a, b)).toBe(same);
    expect(samePlace(b, a)).toBe(same);
  });
});
