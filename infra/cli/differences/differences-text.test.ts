import { expect, test } from 'vitest';
import { listDifferencesOperation } from '../../../functions/contracts/api/differences.ts';
import { forDifferences } from '../../../functions/api/get-openapi/examples/for-differences.ts';
import { differencesText } from './differences-text.ts';

const { items } = listDifferencesOperation.response.parse(forDifferences['listDifferences']?.response);

test('each difference shows its number, our value beside the file’s, and what may be decided', () => {
  const text = differencesText(items);
  for (const { differenceId, ours, theirs, decisions } of items)
    for (const shown of [differenceId, ours.value, ours.asOf, theirs.value, theirs.asOf, ...decisions])
      expect(text).toContain(shown ?? '（空 empty）');
});

test('who imported the file is told that another person decides', () => {
  const text = differencesText(items.map((item) => ({ ...item, yours: true })));
  expect(text).toContain('由他人办理');
  expect(text).not.toContain('KEEP_OURS');
});

test('an empty list says so', () => {
  expect(differencesText([])).toContain('没有差异');
});
