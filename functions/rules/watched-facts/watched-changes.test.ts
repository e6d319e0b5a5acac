import { describe, expect, test } from 'vitest';
import { aSpell } from '../../../test/builders/claims.ts';
import { aWorkerRecord } from '../../../test/builders/facts.ts';
import { watchedChanges } from './watched-changes.ts';

const poor = (startsOn: string) => ({ status: 'REGISTERED_POOR' as const, startsOn });
const job = aSpell({ spellId: 'S-1', startsOn: '2020-01-15' });
const before = aWorkerRecord({ povertyStatuses: [poor('2020-03-01')], spells: [job] });
const death = {
  kind: 'DEATH' as const,
  startsOn: '2020-04-10',
  source: { register: 'CIRCUMSTANCES', asOf: '2020-06-01', version: 1 },
};

describe('a change in the register concerns a claim', () => {
  test.each([
    [
      'when the poverty status is dated back',
      { povertyStatuses: [poor('2014-05-31')] },
      { fact: 'POVERTY_STATUS', name: 'REGISTERED_POOR', before: '2020-03-01/', after: '2014-05-31/' },
    ],
    [
      'when the status is taken back',
      { povertyStatuses: [] },
      { fact: 'POVERTY_STATUS', name: 'REGISTERED_POOR', before: '2020-03-01/' },
    ],
    [
      'when a job turns out to have ended',
      { spells: [{ ...job, endsOn: '2020-03-31' }] },
      { fact: 'JOB', name: 'S-1', before: '2020-01-15/', after: '2020-01-15/2020-03-31' },
    ],
    [
      'when the worker has died',
      { circumstances: [death] },
      { fact: 'DEATH', name: 'DEATH', after: '2020-04-10' },
    ],
    [
      'when the record turns out to be of a person who has another',
      { mergedInto: 'W-2' },
      { fact: 'MERGED', name: 'INTO', after: 'W-2' },
    ],
  ])('%s', (_what, rest, change) => {
    expect(watchedChanges(before, { ...before, ...rest })).toEqual([change]);
  });
});

test('a new job, a new seat on a trip or a newer date of the record concerns no claim', () => {
  const after = {
    ...before,
    spells: [job, aSpell({ spellId: 'S-2', startsOn: '2020-06-01' })],
    seats: [],
    source: { ...before.source, asOf: '2020-07-01', version: 2 },
  };
  expect(watchedChanges(before, after)).toEqual([]);
});
