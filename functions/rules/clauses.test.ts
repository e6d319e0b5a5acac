import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { clauses } from './clauses.ts';

const without = (text: string) => text.replaceAll(/\s/gu, '');
const notice = without(
  readFileSync(new URL('../../../shared/policy/notice-2020-127.md', import.meta.url), 'utf8'),
);

test.each(Object.entries(clauses))('clause %s is quoted in the notice’s own words', (_id, { quote }) => {
  expect(notice).toContain(without(quote));
});
