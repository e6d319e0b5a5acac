import { describe, expect, test } from 'vitest';
import { caseWorld, policyCase } from './case-file.ts';
import { decideCase } from './decide-case.ts';

/* Cases as a policy author may write them, in the format of cases.json. */

const born = (n: number) => `19${70 + n}-01-01`;
const people = Object.fromEntries(
  Array.from({ length: 12 }, (_, n) => [
    `B${n}`,
    {
      idNumber: `14112419${70 + n}0101999${n % 10}`,
      homeCounty: n % 2 === 0 ? '141124' : '140223',
      birthDate: born(n),
      povertyStatus: n === 11 ? 'NONE' : 'REGISTERED_POOR',
    },
  ]),
);
const world = caseWorld.parse({
  people: { ...people, B0AGAIN: people['B0'] },
  organisations: {
    E1: { type: 'ENTERPRISE', uscc: '91141124MA0TEEE15W', name: '测试企业' },
    E2: { type: 'WORKSHOP', uscc: '91141030MA0TEEE238', name: '测试扶贫车间', recognised: true },
    EX: { type: 'SOMETHING_ELSE', uscc: 'X' },
  },
  defaultConfig: {
    minimumAge: 16,
    workshop: { minPoorWorkers: 10, requireFreeGovernmentPremises: true },
    base: { minPoorWorkers: 50, awardFen: 10_000_000 },
  },
});

const answer = (instrument: string, facts: object, config: object = {}) => {
  const decided = decideCase(policyCase.parse({ id: 'V', instrument, facts, config }), world);
  const { decision, amountFen, reasonCode } = decided;
  return `${decision} ${amountFen} ${reasonCode}`;
};

type Row = [string, object, string, object?];
const named = (...from: number[]) => from.map((n) => `B${n}`);
const ten = named(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);

describe('recognition of a workshop', () => {
  const usual = {
    applicant: 'E1',
    freeGovernmentPremises: true,
    isPovertyReliefEnterprise: true,
    distinctPoorWorkers: 10,
  };
  const roster = { distinctPoorWorkers: undefined };
  test.each<Row>([
    ['ten', {}, 'APPROVE 0 OK'],
    ['nine', { distinctPoorWorkers: 9 }, 'REJECT 0 TOO_FEW_WORKERS'],
    ['eleven', { distinctPoorWorkers: 11 }, 'APPROVE 0 OK'],
    ['none', { distinctPoorWorkers: 0 }, 'REJECT 0 TOO_FEW_WORKERS'],
    ['nobody said how many', roster, 'REVIEW 0 REGISTER_DOES_NOT_KNOW'],
    ['nothing said, written as null', { distinctPoorWorkers: null }, 'REVIEW 0 REGISTER_DOES_NOT_KNOW'],
    ['ten by name, half of them of another county', { ...roster, workers: ten }, 'APPROVE 0 OK'],
    [
      'ten lines, nine people',
      { ...roster, workers: [...ten.slice(0, 9), 'B0'] },
      'REJECT 0 TOO_FEW_WORKERS',
    ],
    [
      'ten lines, one person under two names',
      { ...roster, roster: [...ten.slice(0, 9), 'B0AGAIN'] },
      'REJECT 0 TOO_FEW_WORKERS',
    ],
    [
      'ten lines, one of them not poor',
      { ...roster, poorWorkers: [...ten.slice(0, 9), 'B11'] },
      'REJECT 0 TOO_FEW_WORKERS',
    ],
    ['premises not free', { freeGovernmentPremises: false }, 'REJECT 0 PREMISES_CONDITION'],
    [
      'own premises',
      { freeGovernmentPremises: undefined, premisesProvider: 'OWN' },
      'REJECT 0 PREMISES_CONDITION',
    ],
    [
      'rented from a company',
      { freeGovernmentPremises: undefined, premisesProvider: 'PRIVATE', rentFen: 100_000 },
      'REJECT 0 PREMISES_CONDITION',
    ],
    [
      'government’s, at a rent',
      { freeGovernmentPremises: undefined, premisesProviderIsGov: true, rentFen: 1 },
      'REJECT 0 PREMISES_CONDITION',
    ],
    [
      'government’s, at none',
      { freeGovernmentPremises: undefined, premisesProviderIsGov: true, rentFen: 0 },
      'APPROVE 0 OK',
    ],
    ['a village’s', { premisesProvider: 'VILLAGE_COLLECTIVE' }, 'REVIEW 0 PREMISES_UNCLEAR'],
    [
      'a village’s, called not government’s',
      { freeGovernmentPremises: false, premisesProvider: 'VILLAGE' },
      'REVIEW 0 PREMISES_UNCLEAR',
    ],
    ['nothing said of the premises', { freeGovernmentPremises: null }, 'REVIEW 0 REGISTER_DOES_NOT_KNOW'],
    [
      'no poverty-relief enterprise',
      { isPovertyReliefEnterprise: false },
      'REJECT 0 NOT_ELIGIBLE_ORGANISATION',
    ],
    ['nothing said of that', { isPovertyReliefEnterprise: undefined }, 'APPROVE 0 OK'],
    ['a body of a kind the desk has no word for', { applicant: 'EX' }, 'REVIEW 0 REGISTER_DOES_NOT_KNOW'],
    ['recognised already', { alreadyRecognised: true }, 'REJECT 0 DUPLICATE'],
    [
      'too few in premises that are not free: what weighs most comes first',
      { distinctPoorWorkers: 9, freeGovernmentPremises: false },
      'REJECT 0 TOO_FEW_WORKERS',
    ],
    ['a county that asks for twelve', {}, 'REJECT 0 TOO_FEW_WORKERS', { 'workshop.minPoorWorkers': 12 }],
    ['no number set', {}, 'NOT_CONFIGURED 0 RULE_NOT_CONFIGURED', { 'workshop.minPoorWorkers': null }],
    [
      'a county that does not ask for free premises',
      { freeGovernmentPremises: false },
      'APPROVE 0 OK',
      { 'workshop.requireFreeGovernmentPremises': false },
    ],
    [
      'an ordinary standard of ten',
      { freeGovernmentPremises: false },
      'APPROVE 0 OK',
      { 'workshop.ordinaryMinPoorWorkers': 10 },
    ],
    [
      'a switch that is taken away',
      {},
      'NOT_CONFIGURED 0 RULE_NOT_CONFIGURED',
      { 'workshop.requireFreeGovernmentPremises': null },
    ],
  ])('%s', (_case, facts, expected, config) => {
    expect(answer('WORKSHOP_RECOGNITION', { ...usual, ...facts }, config)).toBe(expected);
  });
});

describe('award for a base', () => {
  const usual = { applicant: 'E1', distinctPoorWorkers: 50, alreadyAwarded: false };
  const ok = 'APPROVE 10000000 OK';
  test.each<Row>([
    ['fifty', {}, ok],
    ['forty-nine', { distinctPoorWorkers: 49 }, 'REJECT 0 TOO_FEW_WORKERS'],
    ['fifty-one', { distinctPoorWorkers: 51 }, ok],
    ['nobody said how many', { distinctPoorWorkers: undefined }, 'REVIEW 0 REGISTER_DOES_NOT_KNOW'],
    ['awarded already', { alreadyAwarded: true }, 'REJECT 0 DUPLICATE'],
    ['awarded already, and too few', { alreadyAwarded: true, distinctPoorWorkers: 1 }, 'REJECT 0 DUPLICATE'],
    ['nothing said of an earlier award', { alreadyAwarded: null }, ok],
    ['recognised, said so', { recognised: true, level: 'NATIONAL' }, ok],
    ['not recognised', { recognised: false }, 'REJECT 0 NOT_RECOGNISED'],
    ['revoked', { recognitionStatus: 'REVOKED' }, 'REJECT 0 NOT_RECOGNISED'],
    ['suspended', { recognitionStatus: 'SUSPENDED' }, 'REVIEW 0 NOT_RECOGNISED'],
    ['in force', { recognitionStatus: 'ACTIVE' }, ok],
    ['a workshop may be a base too', { applicant: 'E2' }, ok],
    ['a base of a prefecture', { level: 'PREFECTURE' }, ok],
    ['no award set', {}, 'NOT_CONFIGURED 0 RULE_NOT_CONFIGURED', { 'base.awardFen': null }],
    ['no number set', {}, 'NOT_CONFIGURED 0 RULE_NOT_CONFIGURED', { 'base.minPoorWorkers': null }],
    ['another award', {}, 'APPROVE 5000000 OK', { 'base.awardFen': 5_000_000 }],
    ['another number', {}, 'REJECT 0 TOO_FEW_WORKERS', { 'base.minPoorWorkers': 100 }],
  ])('%s', (_case, facts, expected, config) => {
    expect(answer('BASE_AWARD', { ...usual, ...facts }, config)).toBe(expected);
  });
});
