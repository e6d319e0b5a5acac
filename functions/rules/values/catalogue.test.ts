import { expect, test } from 'vitest';
import { catalogue, entryOf } from './catalogue.ts';

test('every rule value is told by a meaning that no other of its subsidy has', () => {
  const meanings = catalogue.map(({ ruleId, zh }) => `${ruleId.split('.')[0]} ${zh}`);
  expect(meanings.filter((meaning, at) => meanings.indexOf(meaning) !== at)).toEqual([]);
  expect(entryOf('window.start')?.zh).toBe('政策期间首日');
  expect(entryOf('window.end')?.zh).toBe('政策期间末日');
});

test('each says its unit, what it takes and whose claims it decides', () => {
  expect(entryOf('overseas.amountFen')).toMatchObject({
    unit: 'FEN',
    kind: 'DELEGATED',
    mayBeOpen: true,
    instruments: ['OVERSEAS_SUBSIDY'],
    takes: { anyOf: [{ type: 'integer', minimum: 0 }, { type: 'null' }] },
  });
  expect(entryOf('transport.capFen')?.isCap).toBe(true);
  expect(entryOf('deadlines.approval')?.instruments).toEqual([]);
});

test('a part of a value is of the value; what is none is nothing', () => {
  expect(entryOf('transport.flatFen.IN_PROVINCE')?.ruleId).toBe('transport.flatFen');
  expect(entryOf('no.such')).toBeUndefined();
});
