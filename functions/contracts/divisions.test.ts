import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import {
  divisionCode,
  divisionName,
  handlingCounty,
  isOverseas,
  shanxiCounties,
  workplaceCode,
} from './divisions.ts';

const load = createRequire(import.meta.url);
const listed = z.array(z.object({ code: z.string(), name: z.string() }));
const [areas, cities, provinces] = ['areas', 'cities', 'provinces'].map((file) =>
  listed.parse(load(`lcn/data/${file}.json`)),
) as [z.infer<typeof listed>, z.infer<typeof listed>, z.infer<typeof listed>];

describe('the counties of Shanxi', () => {
  test('are the 117 of the Ministry’s list, with their names', () => {
    const theirs = areas.filter(({ code }) => code.startsWith('14'));
    expect(theirs).toHaveLength(117);
    expect(shanxiCounties.map((code) => ({ code, name: divisionName(code) }))).toEqual(
      theirs.sort((a, b) => (a.code < b.code ? -1 : 1)).map(({ code, name }) => ({ code, name })),
    );
  });

  test('lie in 11 prefectures: 10, 10, 5, 12, 6, 6, 11, 13, 14, 17 and 13 of them', () => {
    const counts = Map.groupBy(shanxiCounties, (code) => code.slice(0, 4));
    expect([...counts.values()].map((codes) => codes.length)).toEqual([
      10, 10, 5, 12, 6, 6, 11, 13, 14, 17, 13,
    ]);
  });

  test('a claim is handled by a county, not by a city, a province or a county elsewhere', () => {
    expect(handlingCounty.parse('141124')).toBe('141124');
    for (const code of ['141100', '140000', '110105'])
      expect(handlingCounty.safeParse(code).error?.issues[0]?.message).toMatch(/117 counties/);
  });

  test.each(['140171', '140271', '140671', '140971'])(
    'the zone %s is no division: the county it lies in is asked for',
    (zone) => {
      for (const schema of [handlingCounty, divisionCode, workplaceCode])
        expect(schema.safeParse(zone).error?.issues[0]?.message).toMatch(/county it lies in/);
    },
  );
});

describe('divisions of the mainland', () => {
  test('every division of the Ministry’s list of 2024 is known', () => {
    const unknown = [...areas, ...cities, ...provinces].filter(
      ({ code }) => !divisionCode.safeParse(code).success,
    );
    expect(unknown).toEqual([]);
  });

  test('a district of 2020 that has been merged since is still a place somebody worked in', () => {
    expect(divisionCode.safeParse('330103').success).toBe(true);
  });

  test.each(['999999', '1411', '14112４', 'JPN', '', '000000', '__proto__'])('%s is no division', (code) => {
    expect(divisionCode.safeParse(code).success).toBe(false);
  });

  test('a place elsewhere is named by its province and code', () => {
    expect(divisionName('320583')).toBe('江苏省（320583）');
    expect(divisionName('141124')).toBe('临县');
  });
});

describe('a workplace', () => {
  test.each(['320500', '110105', '141124', 'JPN', 'HKG', '810000', '710000'])('may be %s', (code) => {
    expect(workplaceCode.safeParse(code).success).toBe(true);
  });

  test.each(['JNP', 'jpn', 'CHN', 'ABCD', '320599'])('cannot be %s', (code) => {
    expect(workplaceCode.safeParse(code).success).toBe(false);
  });

  test.each([
    ['JPN', true],
    ['HKG', true],
    ['MAC', true],
    ['TWN', true],
    ['710000', true],
    ['810000', true],
    ['820000', true],
    ['820300', true],
    ['320500', false],
    ['141124', false],
  ])('%s is abroad: %s', (code, overseas) => {
    expect(isOverseas(code)).toBe(overseas);
  });
});
