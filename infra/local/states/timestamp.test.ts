import { expect, test } from 'vitest';
import { timestampOf } from './timestamp.ts';

test.each([
  ['2016-03-14T01:59:00Z', '2016-03-14T01:59:00.000Z'],
  ['2016-03-14T01:59:00.123456789Z', '2016-03-14T01:59:00.123Z'],
  ['2016-03-14T01:59:00+08:00', '2016-03-13T17:59:00.000Z'],
  ['2016-03-14T01:59Z', '2016-03-14T01:59:00.000Z'],
])('%s is %s', (text, iso) => {
  expect(timestampOf(text)).toBe(Date.parse(iso));
});

test.each([
  '2016-03-14',
  '2016-03-14T01:59:00',
  '2016-03-14 01:59:00Z',
  '05-12-2016T21:29:29Z',
  '2016-12-05T25:29:29Z',
  '2016-12-05T24:00:00Z',
  '2016-02-30T01:00:00Z',
  '2016-13-01T01:00:00Z',
  '',
])('%j is no timestamp', (text) => {
  expect(timestampOf(text)).toBeUndefined();
});
