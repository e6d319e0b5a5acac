import { describe, expect, test } from 'vitest';
import {
  aMember,
  anEnterprise,
  aRecognition,
  aRoster,
  recognitionRules,
  somePremises,
  workshopFacts,
} from '../../../test/builders/recognitions.ts';
import { lineAssessment } from '../../contracts/assessment.ts';
import type { RuleValues } from '../../contracts/rule-values.ts';
import { workshopClaim } from './claim.ts';
import { assessWorkshop } from './index.ts';

type Facts = Parameters<typeof workshopFacts>[0];
type Claim = Parameters<typeof workshopFacts>[1];

/** `REJECT TOO_FEW_WORKERS`: the outcome and every reason. */
const answer = (facts: Facts = {}, claim: Claim = {}, values: Partial<RuleValues['workshop']> = {}) => {
  const { outcome, reasons, amountFen } = lineAssessment.parse(
    assessWorkshop(workshopFacts(facts, claim), recognitionRules({ workshop: values })),
  );
  expect(amountFen).toBe(0);
  return [outcome, ...reasons].join(' ');
};

const premises = (rest: object) => ({
  premises: { providerName: '甲方', providerKind: 'GOVERNMENT', rentFen: 0, startsOn: '2020-01-01', ...rest },
});

test('free government premises, ten poor workers, a poverty-relief enterprise: it may be recognised', () => {
  expect(answer()).toBe('APPROVE OK');
});

test('it earns a status, once, and no money', () => {
  const { entitlements } = assessWorkshop(workshopFacts(), recognitionRules());
  expect(entitlements).toEqual([{ period: 'ONCE', amountFen: 0 }]);
});

describe('ten poor workers or more', () => {
  test.each([
    ['nine', 9, 'REJECT TOO_FEW_WORKERS'],
    ['exactly ten', 10, 'APPROVE OK'],
    ['eleven', 11, 'APPROVE OK'],
    ['nobody', 0, 'REJECT TOO_FEW_WORKERS'],
  ])('%s', (_case, size, expected) => {
    expect(answer({ roster: aRoster(size) })).toBe(expected);
  });

  test('ten entries of which two are one person are nine people', () => {
    expect(answer({ roster: [...aRoster(9), aMember(9)] })).toBe('REJECT TOO_FEW_WORKERS');
  });

  test('somebody who left, came back and is named twice counts, whichever entry stands first', () => {
    const left = aMember(10, {}, { endsOn: '2020-03-01' });
    expect(answer({ roster: [...aRoster(10), left] })).toBe('APPROVE OK');
    expect(answer({ roster: [left, ...aRoster(10)] })).toBe('APPROVE OK');
  });

  test('a county that has not set the number keeps the case', () => {
    expect(answer({}, {}, { minPoorWorkers: null })).toBe('NOT_CONFIGURED RULE_NOT_CONFIGURED');
  });
});

describe('who counts', () => {
  const tenth = (...member: Parameters<typeof aMember>) => ({ roster: [...aRoster(9), aMember(...member)] });
  const few = 'REJECT TOO_FEW_WORKERS';
  const poor = (startsOn: string, endsOn?: string) => ({
    povertyStatuses: [{ status: 'REGISTERED_POOR' as const, startsOn, endsOn }],
  });

  test.each<[string, Parameters<typeof aMember>, string]>([
    ['a worker of another county', [10, { homeDivision: '140223' }], 'APPROVE OK'],
    [
      'lifted out and still assisted',
      [10, { povertyStatuses: [{ status: 'LIFTED_STILL_ASSISTED', startsOn: '2018-01-01' }] }],
      'APPROVE OK',
    ],
    ['never registered as poor', [10, { povertyStatuses: [] }], few],
    ['off the list the day before the application', [10, poor('2014-01-01', '2020-06-14')], few],
    ['on the list on that day for the last time', [10, poor('2014-01-01', '2020-06-15')], 'APPROVE OK'],
    ['sixteen on that day', [10, { birthDate: '2004-06-15' }], 'APPROVE OK'],
    ['sixteen the day after', [10, { birthDate: '2004-06-16' }], few],
    ['sixty-four', [10, { birthDate: '1956-01-01' }], 'APPROVE OK'],
    ['able in part', [10, { workCapacity: 'PARTIAL' }], 'APPROVE OK'],
    [
      'whose record was merged into another, which may be on the roster too',
      [10, { mergedInto: 'W-9' }],
      'REVIEW REGISTER_DIFFERS',
    ],
    ['not able to work', [10, { workCapacity: 'LOST' }], few],
    ['left the day before, by the roster', [10, {}, { endsOn: '2020-06-14' }], few],
    ['left on that day, by the roster', [10, {}, { endsOn: '2020-06-15' }], 'APPROVE OK'],
    ['starts the day after, by the roster', [10, {}, { startsOn: '2020-06-16' }], few],
    [
      'whom the workers’ register does not know',
      [10, {}, { worker: 'UNKNOWN' }],
      'REVIEW REGISTER_DOES_NOT_KNOW',
    ],
    ['while that register is down', [10, {}, { worker: 'UNAVAILABLE' }], 'REVIEW REGISTER_DOES_NOT_KNOW'],
    [
      'whom the employment register does not show here',
      [10, { spells: [] }],
      'REVIEW REGISTER_DOES_NOT_KNOW',
    ],
  ])('%s', (_case, member, expected) => {
    expect(answer(tenth(...member))).toBe(expected);
  });

  test('workers of other counties do not, where the county reads it so', () => {
    expect(answer(tenth(10, { homeDivision: '140223' }), {}, { countOtherCounties: false })).toBe(few);
  });

  test('no officer is asked about workers who would not tip the scale', () => {
    expect(answer({ roster: [...aRoster(10), aMember(11, {}, { worker: 'UNKNOWN' })] })).toBe('APPROVE OK');
    expect(answer({ roster: [...aRoster(8), aMember(9, {}, { worker: 'UNKNOWN' })] })).toBe(few);
  });

  test('the officer is told whom to look at by their place on the roster', () => {
    const facts = workshopFacts(tenth(10, {}, { worker: 'UNKNOWN' }));
    const { checks } = assessWorkshop(facts, recognitionRules());
    const found = checks.find(({ checkId }) => checkId === 'head-count');
    expect(found?.inputs).toContainEqual(
      expect.objectContaining({ name: 'rosterPositionsToLookAt', value: '10' }),
    );
    expect(JSON.stringify(checks)).not.toContain('W-10');
  });
});

describe('a worker whom the register shows at two employers counts for the one that pays wages', () => {
  const source = { register: 'TEST', asOf: '2020-06-01', version: 1 };
  const other = '93140928MA0TEEE313';
  const [spell] = (aMember(10).worker as { spells: { spellId: string; startsOn: string }[] }).spells;
  const wage = (employerCode: string, month = '2020-05', paidFen = 200_000) => ({
    month,
    employerCode,
    paidFen,
    paidOn: '2020-06-05',
    source,
  });
  const twoJobs = [spell, { ...spell, spellId: 'S-2', employerCode: other }] as never;
  test.each([
    ['this one pays', [wage('91141124MA0TEEE15W')], 'APPROVE OK'],
    ['this one pays this month already', [wage('91141124MA0TEEE15W', '2020-06')], 'APPROVE OK'],
    ['the other one pays', [wage(other)], 'REJECT TOO_FEW_WORKERS'],
    ['both pay', [wage('91141124MA0TEEE15W'), wage(other)], 'REVIEW REGISTER_DIFFERS'],
    ['nobody pays', [], 'REVIEW REGISTER_DIFFERS'],
    ['a transfer of nothing is no pay', [wage(other, '2020-05', 0)], 'REVIEW REGISTER_DIFFERS'],
    ['wages of two months ago say nothing', [wage(other, '2020-04')], 'REVIEW REGISTER_DIFFERS'],
  ])('%s', (_case, wages, expected) => {
    expect(answer({ roster: [...aRoster(9), aMember(10, { spells: twoJobs, wages })] })).toBe(expected);
  });

  test('a job elsewhere that ended before counts for nothing', () => {
    const spells = [spell, { ...spell, spellId: 'S-2', employerCode: other, endsOn: '2020-06-14' }] as never;
    expect(answer({ roster: [...aRoster(9), aMember(10, { spells })] })).toBe('APPROVE OK');
  });
});

describe('premises that government gives free', () => {
  const both = (rest: object) => [{ premises: somePremises(rest) }, premises(rest)] as const;
  test.each<[string, object, string]>([
    ['government, at no rent', {}, 'APPROVE OK'],
    ['government, at one fen', { rentFen: 1 }, 'REJECT PREMISES_CONDITION'],
    ['private, though free', { providerKind: 'PRIVATE' }, 'REJECT PREMISES_CONDITION'],
    ['its own', { providerKind: 'OWN' }, 'REJECT PREMISES_CONDITION'],
    ['a village collective, free', { providerKind: 'VILLAGE_COLLECTIVE' }, 'REVIEW PREMISES_UNCLEAR'],
    [
      'a village collective, at a rent',
      { providerKind: 'VILLAGE_COLLECTIVE', rentFen: 100 },
      'REJECT PREMISES_CONDITION',
    ],
    ['the agreement ends on the count date', { endsOn: '2020-06-15' }, 'APPROVE OK'],
    ['the agreement ended the day before', { endsOn: '2020-06-14' }, 'REVIEW PREMISES_UNCLEAR'],
    ['the agreement begins the day after', { startsOn: '2020-06-16' }, 'REVIEW PREMISES_UNCLEAR'],
  ])('%s', (_case, rest, expected) => {
    expect(answer(...both(rest))).toBe(expected);
  });

  test.each<[string, Facts, Claim, string]>([
    ['the register does not know them', { premises: 'UNKNOWN' }, {}, 'REVIEW REGISTER_DOES_NOT_KNOW'],
    ['the register is down', { premises: 'UNAVAILABLE' }, {}, 'REVIEW REGISTER_DOES_NOT_KNOW'],
    [
      'the enterprise says itself that it pays rent',
      { premises: 'UNKNOWN' },
      premises({ rentFen: 100 }),
      'REJECT PREMISES_CONDITION',
    ],
    [
      'the register shows a rent, the claim none',
      { premises: somePremises({ rentFen: 100 }) },
      {},
      'REVIEW REGISTER_DIFFERS',
    ],
    ['the claim shows a rent, the register none', {}, premises({ rentFen: 100 }), 'REVIEW REGISTER_DIFFERS'],
  ])('%s', (_case, facts, claim, expected) => {
    expect(answer(facts, claim)).toBe(expected);
  });

  test.each<[string, Partial<RuleValues['workshop']>, object, number, string]>([
    ['rented, 20 asked for, 20 there', { ordinaryMinPoorWorkers: 20 }, { rentFen: 100 }, 20, 'APPROVE OK'],
    [
      'rented, 20 asked for, 19 there',
      { ordinaryMinPoorWorkers: 20 },
      { rentFen: 100 },
      19,
      'REJECT TOO_FEW_WORKERS',
    ],
    ['free, and ten are enough', { ordinaryMinPoorWorkers: 20 }, {}, 10, 'APPROVE OK'],
    [
      'a county that does not ask for free premises',
      { requireFreeGovernmentPremises: false },
      { providerKind: 'OWN' },
      10,
      'APPROVE OK',
    ],
    [
      'a county that takes a village for government',
      { villagePremises: 'ACCEPT' },
      { providerKind: 'VILLAGE_COLLECTIVE' },
      10,
      'APPROVE OK',
    ],
    [
      'a county that does not',
      { villagePremises: 'REFUSE' },
      { providerKind: 'VILLAGE_COLLECTIVE' },
      10,
      'REJECT PREMISES_CONDITION',
    ],
  ])('the county’s own reading: %s', (_case, values, rest, size, expected) => {
    const [facts, claim] = both(rest);
    expect(answer({ ...facts, roster: aRoster(size) }, claim, values)).toBe(expected);
  });
});

describe('a poverty-relief enterprise', () => {
  const other = anEnterprise({ povertyRelief: false });
  const no = { povertyReliefEnterprise: false };
  test.each<[string, Facts, Claim, string]>([
    ['neither the register nor its own word', { applicant: other }, no, 'REJECT NOT_ELIGIBLE_ORGANISATION'],
    ['by its own word only', { applicant: other }, {}, 'REVIEW REGISTER_DIFFERS'],
    ['by the register only', {}, no, 'REVIEW REGISTER_DIFFERS'],
    ['not registered at all', { applicant: 'UNKNOWN' }, {}, 'REVIEW REGISTER_DOES_NOT_KNOW'],
    ['while the register is down', { applicant: 'UNAVAILABLE' }, {}, 'REVIEW REGISTER_DOES_NOT_KNOW'],
  ])('%s', (_case, facts, claim, expected) => {
    expect(answer(facts, claim)).toBe(expected);
  });
});

describe('one recognition', () => {
  const since = (status: 'ACTIVE' | 'SUSPENDED' | 'REVOKED', from: string) => ({
    recognition: aRecognition({ kind: 'WORKSHOP', history: [{ status, from, reason: '' }] }),
  });
  test.each<[string, Facts, string]>([
    ['recognised already', since('ACTIVE', '2020-03-20'), 'REJECT DUPLICATE'],
    ['suspended', since('SUSPENDED', '2020-03-20'), 'REVIEW REGISTER_DIFFERS'],
    ['revoked before', since('REVOKED', '2020-03-20'), 'REVIEW REGISTER_DIFFERS'],
    ['recognised after this application was made', since('ACTIVE', '2020-06-23'), 'APPROVE OK'],
    [
      'the register of recognitions does not answer',
      { recognition: 'UNAVAILABLE' },
      'REVIEW REGISTER_DOES_NOT_KNOW',
    ],
    [
      'another application is under way',
      { held: [{ period: 'ONCE', applicationId: 'A20200316-7K3M9QW2ZD' }] },
      'REJECT DUPLICATE',
    ],
  ])('%s', (_case, facts, expected) => {
    expect(answer(facts)).toBe(expected);
  });
});

test('a workshop of another county is for that county; a roster for a day to come is for a person', () => {
  expect(answer({ division: '140223' })).toBe('REVIEW REGISTER_DIFFERS');
  expect(answer({}, { countedOn: '2020-06-16' })).toBe('REVIEW PROOF_MISSING');
});

test('where the day of the application is not known yet, the roster’s day counts', () => {
  const facts = {
    ...workshopFacts({ roster: [...aRoster(9), aMember(10, {}, { startsOn: '2020-06-11' })] }),
  };
  delete facts.submittedOn;
  expect(assessWorkshop(facts, recognitionRules()).outcome).toBe('REJECT');
});

test('every reason comes at once', () => {
  expect(
    answer(
      {
        roster: [],
        applicant: anEnterprise({ povertyRelief: false }),
        premises: 'UNKNOWN',
        held: [{ period: 'ONCE', applicationId: 'A20200316-7K3M9QW2ZD' }],
      },
      { povertyReliefEnterprise: false, ...premises({ providerKind: 'OWN' }) },
    ),
  ).toBe('REJECT DUPLICATE TOO_FEW_WORKERS PREMISES_CONDITION NOT_ELIGIBLE_ORGANISATION');
});

test('an agreement that ends before it starts cannot be filed', () => {
  const { claim } = workshopFacts();
  const turned = { ...claim, premises: { ...claim.premises, endsOn: '2019-12-31' } };
  expect(workshopClaim.safeParse(turned).error?.issues[0]?.message).toContain('协议结束日期早于开始日期');
  expect(
    workshopClaim.safeParse({ ...claim, premises: { ...claim.premises, endsOn: '2020-01-01' } }).success,
  ).toBe(true);
});
