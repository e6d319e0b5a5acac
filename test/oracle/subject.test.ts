import { expect, test } from 'vitest';
import { report } from './report.ts';
import { aPlacementCase, placementValues } from './placement-subsidy/cases.ts';
import { earns, rows, sheetOf } from './placement-subsidy/table.ts';
import { subjectOf } from './subject.ts';

const forgetful = subjectOf({
  instrument: 'PLACEMENT_SUBSIDY',
  aCase: aPlacementCase,
  valuesFor: placementValues,
  sheetOf,
  rows: rows.filter(([, , reason]) => reason !== 'UNDER_AGE'),
  earns,
});

test('a table that forgets the lowest age is found out, and one case shows it', () => {
  const tally = forgetful.ask(500);
  expect(tally.agreed).toBeLessThan(500);
  expect(tally.smallest?.said.reasons).toContain('UNDER_AGE');
  expect(tally.smallest?.oracle.reasons).not.toContain('UNDER_AGE');
  expect(report(new Map([['PLACEMENT_SUBSIDY', tally]]))).toMatch(
    new RegExp(`\\| PLACEMENT_SUBSIDY \\| +500 \\|.*\\| +${500 - tally.agreed} \\|$`),
  );
});

test('one seed gives the same cases again, another gives others', () => {
  const cases = (seed: number): string => JSON.stringify([...forgetful.given(5, seed)]);
  expect(cases(1)).toBe(cases(1));
  expect(cases(1)).not.toBe(cases(2));
});
