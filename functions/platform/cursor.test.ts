import { expect, test } from 'vitest';
import { NotAtHandError } from './not-at-hand.ts';
import { createPager } from './cursor.ts';
import { randomVault } from '../../test/support/random-vault.ts';

const vault = randomVault();
const mine = createPager(vault, 'listApplications', 'u-1');
const lastKey = { pk: 'APP#A20200316-7K3M9QW2ZD', sk: 'HEAD', ownerPk: 'OWNER#u-1' };
const cursorOf = (answer: { nextCursor?: string }): string => answer.nextCursor ?? '';

test('a list goes on where it stopped, and its cursor says nothing about the table', () => {
  const cursor = cursorOf(mine.next(lastKey));
  expect(mine.start(cursor)).toEqual(lastKey);
  expect(Buffer.from(cursor, 'base64url').toString('latin1')).not.toMatch(/APP#|OWNER/);
});

test('the first page has no cursor, the last none for more', () => {
  expect(mine.start(undefined)).toBeUndefined();
  expect(mine.next(undefined)).toEqual({});
});

test.each([
  ['another person’s', () => createPager(vault, 'listApplications', 'u-2').next(lastKey)],
  ['another list’s', () => createPager(vault, 'listLines', 'u-1').next(lastKey)],
  ['one that joins its scope differently', () => createPager(vault, 'listApplications","u-1').next(lastKey)],
  ['a forged', () => ({ nextCursor: Buffer.from(JSON.stringify(lastKey)).toString('base64url') })],
  ['a cut', () => ({ nextCursor: cursorOf(mine.next(lastKey)).slice(0, 40) })],
  ['an empty', () => ({ nextCursor: '' })],
])('%s cursor is refused', (_case, make) => {
  expect(() => mine.start(cursorOf(make()))).toThrow(
    expect.objectContaining({ status: 400, code: 'INVALID_CURSOR' }),
  );
});

test('a cursor whose key has to be fetched first is not taken for a forged one', () => {
  const waiting = {
    ...vault,
    open: () => {
      throw new NotAtHandError('The key k1', () => Promise.resolve());
    },
  };
  expect(() => createPager(waiting, 'listApplications').start('v2.k1.x')).toThrow(NotAtHandError);
});
