import { describe, expect, test } from 'vitest';
import { aContribution } from '../../../test/builders/social-insurance.ts';
import { aSeat, aSpell } from '../../../test/builders/claims.ts';
import { aWorkerRecord } from '../../../test/builders/facts.ts';
import { aCourse, anAttendance, aProvider } from '../../../test/builders/training.ts';
import type { WorkerRecord } from '../../contracts/registers/worker.ts';
import { assessLine, parseFacts } from '../assess-line.ts';
import { ruleDayOf } from '../line-definition.ts';
import { valuesInForce } from '../values/index.ts';
import { presumedClaims } from './index.ts';
import type { Around } from './presumed-claim.ts';

const around: Around = {
  rulesOn: (day) => valuesInForce('141124', day),
  course: (courseId) => (courseId === 'C-1' ? aCourse() : undefined),
  organisation: () => aProvider(),
};

/** Nobody: no job, no seat, no course. */
const worker = (rest: Partial<WorkerRecord>): WorkerRecord =>
  aWorkerRecord({
    spells: [],
    seats: [],
    source: { register: 'WORKERS', asOf: '2020-07-01', version: 1 },
    ...rest,
  });

/** What the registers amount to, and what the rules make of it. */
const presumed = (rest: Partial<WorkerRecord>) =>
  presumedClaims(worker(rest), around).map(({ facts, missing, amount }) => {
    // What is presumed must be a claim that the desk would take.
    const { outcome, amountFen } = assessLine(
      parseFacts(facts.instrument, facts),
      around.rulesOn(ruleDayOf(facts)),
    );
    return { instrument: facts.instrument, outcome, amountFen, missing, amount };
  });

const away = (rest: Partial<WorkerRecord['spells'][number]> = {}) =>
  aSpell({ kind: 'OUTSIDE_COUNTY', workplace: '320500', startsOn: '2019-09-01', ...rest });

test('nothing in the registers is nothing to claim', () => {
  expect(presumed({})).toEqual([]);
});

describe('the retention allowance, from the employment register', () => {
  test('a job in Suzhou all spring earns five months', () => {
    expect(presumed({ spells: [away()] })).toEqual([
      {
        instrument: 'RETENTION_ALLOWANCE',
        outcome: 'APPROVE',
        amountFen: 100_000,
        missing: [],
        amount: 'KNOWN',
      },
    ]);
  });

  test('months of which no register has spoken yet are not presumed', () => {
    const source = { register: 'WORKERS', asOf: '2020-04-20', version: 1 };
    const spells = [away({ source })];
    expect(presumed({ spells, source })).toMatchObject([{ amountFen: 60_000 }]);
  });

  test('a job that was confirmed after the worker’s own record counts to the day it was confirmed', () => {
    const source = { register: 'WORKERS', asOf: '2020-03-01', version: 1 };
    const spells = [away({ source: { ...source, asOf: '2020-04-20' } })];
    expect(presumed({ spells, source })).toMatchObject([{ amountFen: 60_000 }]);
  });

  test('a local job without a contract or wage record is told what is missing', () => {
    const spells = [aSpell({ startsOn: '2020-02-01', wageProof: false })];
    expect(presumed({ spells })).toMatchObject([{ outcome: 'REVIEW', missing: ['WAGE_PROOF'] }]);
  });

  test.each([
    ['a farm in the county', aSpell({ kind: 'LOCAL_FARM_ENTITY' })],
    ['a job that ended before February', away({ endsOn: '2020-01-31' })],
    ['a job from July on', away({ startsOn: '2020-07-01' })],
  ])('%s earns none', (_case, spell) => {
    expect(
      presumed({ spells: [spell] }).filter(({ instrument }) => instrument === 'RETENTION_ALLOWANCE'),
    ).toEqual([]);
  });
});

describe('the transport subsidy, from the manifests', () => {
  const onTrip = {
    instrument: 'TRANSPORT_SUBSIDY',
    outcome: 'APPROVE',
    amountFen: 80_000,
    amount: 'AT_MOST',
  };

  test('a seat that was paid for is a claim whose fare nobody knows: at most the cap', () => {
    expect(presumed({ seats: [aSeat()] })).toEqual([{ ...onTrip, missing: ['FARE'] }]);
  });

  test('two seats in one year are one claim', () => {
    const seats = [aSeat({ tripId: 'T-2', departsOn: '2020-05-01' }), aSeat()];
    expect(presumed({ seats })).toEqual([{ ...onTrip, missing: ['FARE'] }]);
  });

  test('a free seat costs nothing, so there is nothing to claim', () => {
    expect(presumed({ seats: [aSeat({ freeOfCharge: true })] })).toEqual([]);
  });

  test('who left in spring without a seat on any manifest is asked who organised it', () => {
    const found = presumed({ spells: [away({ startsOn: '2020-03-10' })] });
    expect(found).toContainEqual({ ...onTrip, outcome: 'REVIEW', missing: ['FARE', 'ORGANISER'] });
  });
});

describe('training, a post and a lost job', () => {
  test('a course that was passed is for its provider to claim', () => {
    expect(presumed({ courses: [anAttendance()] })).toEqual([
      {
        instrument: 'TRAINING_SUBSIDY',
        outcome: 'APPROVE',
        amountFen: 150_000,
        missing: ['PROVIDER'],
        amount: 'KNOWN',
      },
    ]);
  });

  test.each([
    ['failed', anAttendance({ passed: false })],
    ['of which no register has the plan', anAttendance({ courseId: 'C-2' })],
  ])('a course that was %s is none', (_case, course) => {
    expect(presumed({ courses: [course] })).toEqual([]);
  });

  test('a post waits for the county’s figure', () => {
    const spells = [aSpell({ kind: 'PUBLIC_WELFARE_POST', startsOn: '2020-03-01', endsOn: '2020-05-31' })];
    expect(presumed({ spells })).toMatchObject([
      { instrument: 'PUBLIC_WORKS_POST', outcome: 'NOT_CONFIGURED', amountFen: 0 },
    ]);
  });

  test('a post of the years before is no temporary one', () => {
    expect(presumed({ spells: [aSpell({ kind: 'PUBLIC_WELFARE_POST', startsOn: '2018-03-01' })] })).toEqual(
      [],
    );
  });

  const lost = aSpell({ kind: 'LOCAL_FARM_ENTITY', startsOn: '2019-03-01', endsOn: '2020-02-20' });
  const contributions = [aContribution({ month: '2020-01', line: 'UNEMPLOYMENT' })];

  test('an insured job that the epidemic took waits for the county’s figure, and for the worker’s word', () => {
    expect(presumed({ spells: [lost], contributions })).toMatchObject([
      { instrument: 'UNEMPLOYMENT_ASSISTANCE', outcome: 'NOT_CONFIGURED', missing: ['LOSS_DECLARED'] },
    ]);
  });

  test.each([
    ['nobody insured it', { spells: [lost], contributions: [] }],
    ['it ended before the epidemic', { spells: [{ ...lost, endsOn: '2020-01-10' }], contributions }],
    ['another job goes on', { spells: [lost, aSpell({ kind: 'LOCAL_FARM_ENTITY' })], contributions }],
  ])('no unemployment where %s', (_case, rest) => {
    expect(presumed(rest)).toEqual([]);
  });
});
