import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WorkerRecord } from '../contracts/registers/worker.ts';
import { isPoorOn } from './poverty-status.ts';

type Period = WorkerRecord['povertyStatuses'][number];

const poor: Period = { status: 'REGISTERED_POOR', startsOn: '2014-01-01', endsOn: '2018-12-31' };
const lifted: Period = { status: 'LIFTED_STILL_ASSISTED', startsOn: '2019-01-01', endsOn: '2020-03-31' };
const ended: Period = { status: 'NONE', startsOn: '2020-04-01' };

describe('a registered poor worker', () => {
  test.each([
    ['before being entered in the list', '2013-12-31', false],
    ['on the day of entry', '2014-01-01', true],
    ['the day before being lifted out', '2018-12-31', true],
    ['lifted out and still assisted', '2019-01-01', true],
    ['on the last day of assistance', '2020-03-31', true],
    ['after assistance ended', '2020-04-01', false],
  ])('%s (%s): %s', (_when, on, expected) => {
    expect(isPoorOn({ povertyStatuses: [poor, lifted, ended] }, on)).toBe(expected);
  });

  test('somebody whom the register knows and never listed is not poor', () => {
    expect(isPoorOn({ povertyStatuses: [] }, '2020-03-16')).toBe(false);
  });

  test('where entries overlap, the later one holds', () => {
    const open = { status: poor.status, startsOn: poor.startsOn };
    expect(isPoorOn({ povertyStatuses: [open, ended] }, '2020-05-01')).toBe(false);
    expect(isPoorOn({ povertyStatuses: [open, ended] }, '2020-03-01')).toBe(true);
  });

  test('the order of the register’s entries does not matter', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2020-03-${String(n).padStart(2, '0')}`);
    const period = fc.record({
      status: fc.constantFrom('REGISTERED_POOR', 'LIFTED_STILL_ASSISTED', 'NONE'),
      startsOn: day,
    });
    fc.assert(
      fc.property(fc.array(period, { maxLength: 5 }), day, (povertyStatuses, on) => {
        const backwards = { povertyStatuses: povertyStatuses.toReversed() };
        expect(isPoorOn(backwards, on)).toBe(isPoorOn({ povertyStatuses }, on));
      }),
    );
  });
});
