import { expect, test } from 'vitest';
import { readOptions } from './options.ts';

test('without a word it is 500 claims, 32 at a time', () => {
  expect(readOptions([])).toEqual({ claims: 500, inFlight: 32, json: false });
});

test('the number of claims and of hands can be chosen', () => {
  expect(readOptions(['--claims', '20000', '--in-flight', '1', '--json'])).toEqual({
    claims: 20_000,
    inFlight: 1,
    json: true,
  });
});

test.each([
  [['--claims', '0'], '--claims takes a whole number from 1 to 20000, not "0".'],
  [['--claims', '1.5'], '--claims takes a whole number from 1 to 20000, not "1.5".'],
  [['--claims', '20001'], '--claims takes a whole number from 1 to 20000, not "20001".'],
  [['--in-flight', 'many'], '--in-flight takes a whole number from 1 to 256, not "many".'],
  [['--in-flight', '257'], '--in-flight takes a whole number from 1 to 256, not "257".'],
  [['--fast'], "Unknown option '--fast'. See npm run bench -- --help."],
])('%j is refused in one line', (args, line) => {
  expect(() => readOptions(args)).toThrow(line);
});
