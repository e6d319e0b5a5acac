import { expect, test } from 'vitest';
import { itemSize } from './item-size.ts';

test.each([
  ['text and names, in UTF-8', { pk: { S: '临县' } }, 2 + 6],
  ['a number by its digits', { n: { N: '-120.50' } }, 1 + 2 + 2],
  [
    'bytes, a switch and nothing',
    { b: { B: new Uint8Array(5) }, f: { BOOL: true }, z: { NULL: true } },
    6 + 2 + 2,
  ],
  [
    'a list, with three bytes and one for each element',
    { l: { L: [{ S: 'ab' }, { S: 'c' }] } },
    1 + 3 + 3 + 2,
  ],
  ['a map, the same with names', { m: { M: { ab: { S: 'c' } } } }, 1 + 3 + 1 + 2 + 1],
  ['a set', { s: { SS: ['ab', 'c'] } }, 1 + 3],
])('an item’s size counts %s', (_case, item, size) => {
  expect(itemSize(item)).toBe(size);
});
