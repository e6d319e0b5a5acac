import { describe, expect, test } from 'vitest';
import type { WorkerRecord } from '../contracts/registers/worker.ts';
import { handledAtHome, poorWorkerChecks } from './poor-worker.ts';
import { valuesInForce } from './values/index.ts';

const rules = valuesInForce('141124', '2020-03-16');
const source = { register: 'WORKERS', asOf: '2020-03-01', version: 1 };

const worker = (rest: Partial<WorkerRecord> = {}): WorkerRecord => ({
  subject: 'W-1',
  birthDate: '1985-06-12',
  homeDivision: '141124',
  povertyStatuses: [{ status: 'REGISTERED_POOR', startsOn: '2014-01-01' }],
  workCapacity: 'ABLE',
  relocated: false,
  spells: [],
  seats: [],
  wages: [],
  contributions: [],
  otherBenefits: [],
  courses: [],
  overseasListings: [],
  circumstances: [],
  source,
  ...rest,
});

const basis = { clause: '二.1', on: '2020-03-16', statusMatters: true };
const outcomes = (
  who: Parameters<typeof poorWorkerChecks>[0],
  rest: Partial<Parameters<typeof poorWorkerChecks>[1]> = {},
) =>
  poorWorkerChecks(who, { ...basis, ...rest }, rules).map(({ outcome, reasonCode }) => reasonCode ?? outcome);

const fine = ['PASS', 'PASS', 'PASS'];

test('a relocated worker counts beside the poor where the clause says so, and still has to be of age', () => {
  const relocated = worker({ povertyStatuses: [], relocated: true });
  expect(outcomes(relocated)).toEqual(['NOT_REGISTERED_POOR', 'PASS', 'PASS']);
  expect(outcomes(relocated, { relocatedToo: true })).toEqual(fine);
  expect(outcomes(worker({ povertyStatuses: [] }), { relocatedToo: true })).toEqual([
    'NOT_REGISTERED_POOR',
    'PASS',
    'PASS',
  ]);
  expect(outcomes({ ...relocated, birthDate: '2010-01-01' }, { relocatedToo: true })).toEqual([
    'PASS',
    'UNDER_AGE',
    'PASS',
  ]);
});

describe('a poor worker is in the register, sixteen or older, and able to work', () => {
  test.each([
    ['registered as poor', {}, fine],
    [
      'lifted out and still assisted',
      { povertyStatuses: [{ status: 'LIFTED_STILL_ASSISTED', startsOn: '2019-01-01' }] },
      fine,
    ],
    ['a woman of 64: there is no upper age limit', { birthDate: '1956-03-16' }, fine],
    ['able in part', { workCapacity: 'PARTIAL' }, fine],
    [
      'relocated: the home county counts as before',
      { relocated: true, resettlementDivision: '141102' },
      fine,
    ],
    ['sixteen on the very day', { birthDate: '2004-03-16' }, fine],
    ['sixteen the day after', { birthDate: '2004-03-17' }, ['PASS', 'UNDER_AGE', 'PASS']],
    ['in the register, never listed', { povertyStatuses: [] }, ['NOT_REGISTERED_POOR', 'PASS', 'PASS']],
    [
      'listed from the day after',
      { povertyStatuses: [{ status: 'REGISTERED_POOR', startsOn: '2020-03-17' }] },
      ['NOT_REGISTERED_POOR', 'PASS', 'PASS'],
    ],
    [
      'off the list later: that cancels nothing',
      { povertyStatuses: [{ status: 'REGISTERED_POOR', startsOn: '2014-01-01', endsOn: '2020-03-16' }] },
      fine,
    ],
    ['no longer able', { workCapacity: 'LOST' }, ['PASS', 'PASS', 'NOT_ABLE_TO_WORK']],
    ['never able', { workCapacity: 'NONE' }, ['PASS', 'PASS', 'NOT_ABLE_TO_WORK']],
    [
      'nothing at all: every reason at once',
      { povertyStatuses: [], birthDate: '2010-01-01', workCapacity: 'LOST' },
      ['NOT_REGISTERED_POOR', 'UNDER_AGE', 'NOT_ABLE_TO_WORK'],
    ],
  ] as [string, Partial<WorkerRecord>, string[]][])('%s', (_who, record, expected) => {
    expect(outcomes(worker(record))).toEqual(expected);
  });

  test('where the county’s rule is open to every worker, the list is not asked, age and capacity are', () => {
    const young = worker({ povertyStatuses: [], birthDate: '2005-01-01' });
    expect(outcomes(young, { statusMatters: false })).toEqual(['PASS', 'UNDER_AGE', 'PASS']);
  });

  test.each([
    ['and poor', {}, {}],
    ['whose other record may be the poor one', { povertyStatuses: [] }, {}],
    ['where the rule is open to every worker', {}, { statusMatters: false }],
  ] as [string, Partial<WorkerRecord>, Partial<typeof basis>][])(
    'somebody with two records that were merged, %s, is looked at by a person and never refused for it',
    (_who, record, rest) => {
      const duplicate = worker({ ...record, mergedInto: 'W-2' });
      expect(outcomes(duplicate, rest)).toEqual(['REGISTER_DIFFERS', 'PASS', 'PASS']);
      const [found] = poorWorkerChecks(duplicate, { ...basis, ...rest }, rules);
      expect(found).toMatchObject({ outcome: 'CAVEAT', inputs: [{ name: 'mergedIntoAnotherRecord' }] });
      expect(found?.sentence).toEqual({
        zh: expect.stringContaining('同一人') as unknown,
        en: expect.stringContaining('one person') as unknown,
      });
      expect(JSON.stringify(found)).not.toContain('W-2');
    },
  );

  test('whoever stays after a merger is looked at too: the other record may have been paid; one who is not poor is refused as before', () => {
    const stays = worker({ mergedFrom: ['W-2'] });
    expect(outcomes(stays)).toEqual(['REGISTER_DIFFERS', 'PASS', 'PASS']);
    expect(JSON.stringify(poorWorkerChecks(stays, basis, rules))).not.toContain('W-2');
    expect(outcomes(worker({ povertyStatuses: [], mergedFrom: ['W-2'] }))[0]).toBe('NOT_REGISTERED_POOR');
  });

  test.each(['UNKNOWN', 'UNAVAILABLE'] as const)(
    'a register that is %s refuses nobody: a person looks',
    (lookup) => {
      expect(outcomes(lookup)).toEqual(['REGISTER_DOES_NOT_KNOW', 'NOT_APPLICABLE', 'NOT_APPLICABLE']);
    },
  );

  test('that it does not know somebody and that it did not answer are told apart', () => {
    const [unknown, down] = (['UNKNOWN', 'UNAVAILABLE'] as const).map(
      (lookup) => poorWorkerChecks(lookup, basis, rules)[0]?.sentence.zh,
    );
    expect(unknown).toContain('没有查到');
    expect(down).toContain('暂时无法查询');
  });
});

describe('the county that handles the claim', () => {
  test.each([
    ['is the home county', worker(), '141124', 'PASS'],
    ['is another: a person looks', worker(), '141129', 'CAVEAT'],
    [
      'is the resettlement county, not the home county: a person looks',
      worker({ resettlementDivision: '141102' }),
      '141102',
      'CAVEAT',
    ],
    ['is not named', worker(), undefined, 'NOT_APPLICABLE'],
    ['cannot be compared, for the register does not know the worker', 'UNKNOWN', '141124', 'NOT_APPLICABLE'],
  ] as const)('%s', (_what, who, division, outcome) => {
    expect(handledAtHome(who, division).outcome).toBe(outcome);
  });
});
