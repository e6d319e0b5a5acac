import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { instrumentCodes } from '../contracts/instruments.ts';
import { caseFile } from './cases/case-file.ts';
import { decideCase } from './cases/decide-case.ts';
import { coverage, withoutClause } from './coverage.ts';

const { cases, ...world } = caseFile.parse(
  JSON.parse(readFileSync(new URL('../../../shared/policy/cases.json', import.meta.url), 'utf8')),
);

describe('every clause of the notice', () => {
  test.each(coverage())('$clause is checked by a rule, or says why none does', ({ by, unchecked }) => {
    expect(by.length > 0).toBe(unchecked === undefined);
    for (const { checks } of by) expect(checks.length).toBeGreaterThan(0);
  });

  test('and every instrument belongs to one of them, each once', () => {
    expect(withoutClause()).toEqual([]);
    const listed = coverage().flatMap(({ by }) => by.map(({ instrument }) => instrument));
    expect(listed.sort()).toEqual([...instrumentCodes].sort());
  });
});

/** All checks of a line always run, so that one case of an instrument shows all of them. */
test.each(instrumentCodes)('the checks named for %s are those that run, under its clause', (instrument) => {
  const covered = coverage().flatMap(({ clause, by }) =>
    by.filter((one) => one.instrument === instrument).map(({ checks }) => ({ clause, checks })),
  );
  const lines = cases
    .filter((one) => one.instrument === instrument)
    .flatMap((one) => decideCase(one, world).lines);
  expect(lines.length).toBeGreaterThan(0);
  for (const { checks } of lines) {
    expect(checks.map(({ checkId }) => checkId)).toEqual(covered[0]?.checks);
    expect([...new Set(checks.map(({ clause }) => clause))]).toEqual([covered[0]?.clause]);
  }
});
