import fc from 'fast-check';
import jsonata from 'jsonata';
import { describe, expect, test } from 'vitest';
import { virtualClock } from '../../clock.ts';
import { createExpressions } from './expression.ts';
import { compileTemplate } from './template.ts';

const clock = virtualClock(Date.parse('2026-03-02T08:00:00Z'));
const expressions = createExpressions(clock);
const evaluate = async (source: string, input: unknown = {}): Promise<unknown> =>
  expressions(source).evaluate({ states: { input } }, 'Output');

describe("AWS's functions", () => {
  test.each([
    ['$partition([1,2,3,4,5], 2)', [[1, 2], [3, 4], [5]]],
    ['$partition([1,2,3,4,5], 2.9)', [[1, 2], [3, 4], [5]]],
    ['$partition([1,2,3])', [[1, 2, 3]]],
    ['$partition([], $nothing)', [[]]],
    ['$exists($partition([], 2))', false],
    ['$exists($partition([1,2,3], -0.5))', false],
    ['$range(0, 10, 3)', [0, 3, 6, 9]],
    ['$range(-1.7, 2.9, 1.2)', [-1, 0, 1, 2]],
    ['$exists($range(5, 1, 1))', false],
    ['$exists($range(1, 5, 0))', false],
    ['$exists($range(1, 5))', false],
    ['[$range(3, 0, 1)]', []],
    ['$count($range(1, 360145, 1))', 360_145],
    ['$range(10, 0, -5)', [10, 5, 0]],
    ['$range(1, 9, 9)', 1],
    ['$hash("abc", "MD5")', '900150983cd24fb0d6963f7d28e17f72'],
    ['$hash("abc", "SHA-256")', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['$parse("{\\"a\\":[1,null]}")', { a: [1, null] }],
    ['$random(42)', 0.7275636800328681],
    ['$random(-1) = $random(-1)', true],
    ['$random() != $random()', true],
    ['$length($uuid())', 36],
    ['$now()', '2026-03-02T08:00:00.000Z'],
    ['$now("[Y0001]-[M01]-[D01] [H01]:[m01]", "+0800")', '2026-03-02 16:00'],
    ['$millis()', Date.parse('2026-03-02T08:00:00Z')],
  ] as const)('%s', async (source, expected) => {
    expect(await evaluate(source)).toEqual(expected);
  });

  test.each([
    ['$partition([1], -1)', 'D3137: Second argument must be zero or greater'],
    ['$partition(null, 2)', 'T0412: Argument 1 of function "partition" must be an array of undefined'],
    ['$range(1)', 'T0410: Argument 2 of function "range" does not match function signature'],
    ['$range(1, 360146, 1)', 'evaluation: Expression evaluation memory limit exceeded: Check for excessive'],
    ['$range(1, 1e12, 1)', 'evaluation: Expression evaluation memory limit exceeded: Check for excessive'],
    ['$hash("a", "md5")', "D3137: Hash algorithm 'md5' must be one of SHA-1, SHA-384, SHA-256, SHA-512, MD5"],
    ['$parse("{")', 'D3137: Invalid JSON'],
    ['$parse("")', 'D3137: Invalid JSON'],
    ['$hash(1, "MD5")', 'T0410: Argument 1 of function "hash" does not match function signature'],
    ['$eval("1")', 'T1006: Attempted to invoke a non-function'],
    ['$sum', 'The result holds a function, which has no JSON form'],
  ])('%s fails', async (source, reason) => {
    await expect(evaluate(source)).rejects.toMatchObject({
      error: 'States.QueryEvaluationError',
      detail: expect.stringContaining(reason) as string,
    });
  });
});

/** Measured on AWS: an expression that fits here fits there, and the first that does not fit there fails here. */
describe("AWS's bounds", () => {
  const sum = (terms: number) => `1${'+1'.repeat(terms - 1)}`;
  const recursion = (depth: number) => `($f := function($x){ $x <= 0 ? 0 : 1 + $f($x-1) }; $f(${depth}))`;

  test.each([
    [sum(100), 100],
    [`${'('.repeat(99)}1${')'.repeat(99)}`, 1],
    [recursion(31), 31],
    ['$count([1..873782])', 873_782],
  ])('%s is within them', async (source, expected) => {
    expect(await evaluate(source)).toBe(expected);
  });

  test.each([
    [sum(101), 'Stack overflow error: Check for non-terminating recursive function'],
    [`${'('.repeat(100)}1${')'.repeat(100)}`, 'Stack overflow error'],
    [recursion(32), 'Stack overflow error'],
    ['$count([1..873783])', 'Expression evaluation memory limit exceeded'],
    ['[1..2e7]', 'Expression evaluation memory limit exceeded'],
  ])('%s is beyond them', async (source, reason) => {
    await expect(evaluate(source)).rejects.toMatchObject({
      detail: expect.stringContaining(`threw an error during evaluation: ${reason}`) as string,
    });
  });
});

test('a number that JSON cannot say is written by its name', async () => {
  expect(await evaluate('{"up": 1/0, "down": [-1/0], "none": 0/0}')).toEqual({
    up: 'Infinity',
    down: ['-Infinity'],
    none: 'NaN',
  });
});

test('results are plain JSON that does not change when it is written and read', async () => {
  const input = {
    lines: [
      { id: 1, ok: true },
      { id: 2, ok: false },
      { id: 3, ok: true },
    ],
  };
  const value = await evaluate(
    '{"ids": $states.input.lines.id, "ok": $states.input.lines[ok].id, "one": [$states.input.lines[id=2].id]}',
    input,
  );
  expect(value).toStrictEqual({ ids: [1, 2, 3], ok: [1, 3], one: [2] });
  expect(Object.getOwnPropertyNames((value as { ids: number[] }).ids)).not.toContain('sequence');
});

test('a path answers what JSONata answers, whatever lies on the way', async () => {
  const json = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(null, 0, 1, '', 'x', true),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('a', 'b'), tie('value'), { maxKeys: 2 }),
    ),
  })).value;
  const path = fc.array(fc.constantFrom('a', 'b'), { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(json, path, async (input, names) => {
      const source = ['$states.input', ...names].join('.');
      const expected: unknown = await jsonata(source).evaluate(undefined, { states: { input } });
      const got = await evaluate(source, input).catch(() => undefined);
      expect(got).toEqual(expected === undefined ? undefined : JSON.parse(JSON.stringify(expected)));
    }),
    { numRuns: 500 },
  );
});

test('a template keeps its shape and names the place of a failure', async () => {
  const template = compileTemplate(
    { a: ['{% $states.input.x %}', { b: '{% $states.input.y %}' }], c: 'plain' },
    expressions,
  );
  expect(await template.evaluate({ states: { input: { x: 1, y: [2] } } }, 'Arguments')).toEqual({
    a: [1, { b: [2] }],
    c: 'plain',
  });
  await expect(template.evaluate({ states: { input: { x: 1 } } }, 'Arguments')).rejects.toMatchObject({
    evaluation: { location: 'Arguments/a[1]/b' },
  });
});

test('an expression that never ends is ended', async () => {
  await expect(evaluate('($f := function($n) { $f($n + 1) }; $f(1))')).rejects.toMatchObject({
    detail: expect.stringContaining(
      'threw an error during evaluation: Expression evaluation timeout: Check for infinite loop',
    ) as string,
  });
}, 60_000);
