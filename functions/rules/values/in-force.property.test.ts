import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../calendar/days.ts';
import { resolve, rowsInForce, type DatedValue } from './dated.ts';
import { lastWords } from './last-words.ts';

const county = '141124';
const divisions = { PROVINCE: '140000', PREFECTURE: '141100', COUNTY: county } as const;
const levels = ['PROVINCE', 'PREFECTURE', 'COUNTY'] as const;

const day = fc.nat(12).map((month) => addDays('2020-01-01', month * 30));
/** One figure of each level: shipped rows and approved ones, with ends and without, some entered again. */
const rows: fc.Arbitrary<DatedValue[]> = fc
  .array(
    fc.record({
      level: fc.constantFrom(...levels),
      value: fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 0, max: 100 }) }, fc.constant(null)),
      from: day,
      length: fc.option(fc.nat(120), { nil: undefined }),
      isCap: fc.boolean(),
      approved: fc.boolean(),
    }),
    { maxLength: 12 },
  )
  .map((drawn) =>
    drawn.map(({ level, value, from, length, isCap, approved }, at) => ({
      ruleId: 'transport.capFen',
      level,
      division: divisions[level],
      value,
      from,
      ...(length !== undefined && { to: addDays(from, length) }),
      isCap,
      source: `文件 ${at}`,
      ...(approved && { revision: at + 1 }),
    })),
  );

const valueOn = (given: readonly DatedValue[], on: string): unknown =>
  resolve(rowsInForce(lastWords(given), county, on))?.value ?? null;

/** Read out by hand: what one level says on a day. */
const wordOf = (
  given: readonly DatedValue[],
  level: DatedValue['level'],
  on: string,
): DatedValue | undefined => {
  const own = given.filter((row) => row.level === level);
  const approved = own.filter(({ revision }) => revision !== undefined);
  const standing = (row: DatedValue) => row.from <= on && (row.to === undefined || on <= row.to);
  const corrected = approved.filter((row) =>
    approved.every((other) => other.from !== row.from || (other.revision ?? 0) <= (row.revision ?? 0)),
  );
  const newest = (candidates: readonly DatedValue[]) =>
    candidates
      .filter(standing)
      .reduce<DatedValue | undefined>(
        (best, row) => (best === undefined || row.from >= best.from ? row : best),
        undefined,
      );
  return newest(corrected) ?? newest(own.filter(({ revision }) => revision === undefined));
};

test('the lowest level that says anything on the day is followed, and no cap above it is passed', () => {
  fc.assert(
    fc.property(rows, day, (given, on) => {
      const words = levels.map((level) => wordOf(given, level, on));
      const lowest = words.findLast((word) => word !== undefined);
      const caps = words
        .slice(0, lowest ? levels.indexOf(lowest.level) : 0)
        .flatMap((word) => (word?.isCap === true && typeof word.value === 'number' ? [word.value] : []));
      const expected =
        typeof lowest?.value === 'number' ? Math.min(lowest.value, ...caps) : (lowest?.value ?? null);
      expect(valueOn(given, on)).toBe(expected);
    }),
    { numRuns: 300 },
  );
});

test('another county’s row, and a row of another day, change nothing', () => {
  fc.assert(
    fc.property(rows, day, (given, on) => {
      const elsewhere = {
        ...given[0],
        ruleId: 'transport.capFen',
        level: 'COUNTY',
        division: '140925',
      } as const;
      const later: DatedValue = {
        ruleId: 'transport.capFen',
        level: 'COUNTY',
        division: county,
        value: 1,
        from: addDays(on, 1),
        source: '以后的文件',
        revision: 99,
      };
      const further = given[0] === undefined ? [later] : [later, { ...given[0], ...elsewhere }];
      expect(valueOn([...given, ...further], on)).toBe(valueOn(given, on));
    }),
  );
});
