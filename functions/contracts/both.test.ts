import { expect, test } from 'vitest';
import { both, halvesOf } from './both.ts';

test('a message carries both languages through the one string a schema has for it', () => {
  expect(halvesOf(both('this date does not exist', '没有这一天'))).toEqual({
    en: 'this date does not exist',
    zh: '没有这一天',
  });
});

test('a message of one language has no halves', () => {
  expect(halvesOf('Invalid input')).toBeUndefined();
});
