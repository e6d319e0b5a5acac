import { expect, test } from 'vitest';
import { sameName } from './person-name.ts';

test.each([
  ['样甲子', '样 甲子'],
  ['样甲子', '样甲子 '],
  ['阿依·古丽', '阿依•古丽'],
  ['阿依·古丽', '阿依古丽'],
  ['Ａｎ Wang', 'an wang'],
])('%s and %s are one name', (a, b) => {
  expect(sameName(a, b)).toBe(true);
});

test.each([
  ['样甲子', '样甲丑'],
  ['样甲子', '样甲'],
  ['样甲子', ''],
])('%s and %s are two names', (a, b) => {
  expect(sameName(a, b)).toBe(false);
});
