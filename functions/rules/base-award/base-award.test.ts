import { describe, expect, test } from 'vitest';
import {
  aMember,
  aRecognition,
  aRoster,
  baseFacts,
  recognitionRules,
} from '../../../test/builders/recognitions.ts';
import { lineAssessment } from '../../contracts/assessment.ts';
import type { RecognitionRecord } from '../../contracts/registers/organisation.ts';
import type { RuleValues } from '../../contracts/rule-values.ts';
import { assessBase } from './index.ts';

type Facts = Parameters<typeof baseFacts>[0];
type Claim = Parameters<typeof baseFacts>[1];

/** `APPROVE 100000 OK`: the outcome, the yuan, every reason. */
const answer = (facts: Facts = {}, claim: Claim = {}, values: Partial<RuleValues['base']> = {}) => {
  const { outcome, amountFen, reasons } = lineAssessment.parse(
    assessBase(baseFacts(facts, claim), recognitionRules({ base: values })),
  );
  return [outcome, amountFen / 100, ...reasons].join(' ');
};

const ok = 'APPROVE 100000 OK';

test('a recognised base with 50 poor workers: 100,000 yuan', () => {
  expect(answer()).toBe(ok);
});

describe('50 poor workers or more on the day of the application', () => {
  test.each([
    ['49', aRoster(49), 'REJECT 0 TOO_FEW_WORKERS'],
    ['exactly 50', aRoster(50), ok],
    ['51', aRoster(51), ok],
    ['500: still one award', aRoster(500), ok],
    ['50 entries of which two are one person', [...aRoster(49), aMember(1)], 'REJECT 0 TOO_FEW_WORKERS'],
    [
      '49 and one whom no register knows',
      [...aRoster(49), aMember(50, {}, { worker: 'UNKNOWN' })],
      'REVIEW 100000 REGISTER_DOES_NOT_KNOW',
    ],
  ])('%s', (_case, roster, expected) => {
    expect(answer({ roster })).toBe(expected);
  });

  const left = (day: string) => [...aRoster(49), aMember(50, {}, { endsOn: day })];
  test.each([
    ['one left before: on the day there are 49', '2020-05-31', 'APPLICATION_DAY', 'REJECT 0 TOO_FEW_WORKERS'],
    ['over twelve months there were 50', '2020-05-31', 'TWELVE_MONTHS', ok],
    ['the first of the twelve months’ days counts', '2019-06-16', 'TWELVE_MONTHS', ok],
    ['the day before it does not', '2019-06-15', 'TWELVE_MONTHS', 'REJECT 0 TOO_FEW_WORKERS'],
  ] as const)('%s', (_case, day, countOver, expected) => {
    const roster = left(day).map((member) => ({ ...member, startsOn: '2019-01-01' }));
    const spells = roster.map(({ worker, ...rest }) => ({
      ...rest,
      worker:
        typeof worker === 'string'
          ? worker
          : { ...worker, spells: worker.spells.map((spell) => ({ ...spell, startsOn: '2019-01-01' })) },
    }));
    expect(answer({ roster: spells }, {}, { countOver })).toBe(expected);
  });
});

describe('the recognition is in force', () => {
  const history = (...steps: [RecognitionRecord['history'][number]['status'], string][]) => ({
    recognition: aRecognition({ history: steps.map(([status, from]) => ({ status, from, reason: '' })) }),
  });
  const no = 'REJECT 0 NOT_RECOGNISED';
  test.each<[string, Facts, string]>([
    ['since March', history(['ACTIVE', '2020-03-20']), ok],
    ['since the day of the application', history(['ACTIVE', '2020-06-15']), ok],
    ['only from the day after', history(['ACTIVE', '2020-06-16']), no],
    ['revoked the day before', history(['ACTIVE', '2020-03-20'], ['REVOKED', '2020-06-14']), no],
    ['revoked on that day', history(['ACTIVE', '2020-03-20'], ['REVOKED', '2020-06-15']), no],
    ['revoked the day after', history(['ACTIVE', '2020-03-20'], ['REVOKED', '2020-06-16']), ok],
    [
      'suspended',
      history(['ACTIVE', '2020-03-20'], ['SUSPENDED', '2020-06-01']),
      'REVIEW 100000 NOT_RECOGNISED',
    ],
    [
      'suspended and taken up again',
      history(['ACTIVE', '2020-03-20'], ['SUSPENDED', '2020-05-01'], ['ACTIVE', '2020-06-01']),
      ok,
    ],
    ['unknown to the register', { recognition: 'UNKNOWN' }, 'REVIEW 100000 REGISTER_DOES_NOT_KNOW'],
    ['while the register is down', { recognition: 'UNAVAILABLE' }, 'REVIEW 100000 REGISTER_DOES_NOT_KNOW'],
    ['of the nation', { recognition: aRecognition({ level: 'NATIONAL' }) }, ok],
  ])('%s', (_case, facts, expected) => {
    expect(answer(facts)).toBe(expected);
  });

  test('another number than the register’s is for a person', () => {
    expect(answer({}, { recognitionNo: 'JD-9' })).toBe('REVIEW 100000 REGISTER_DIFFERS');
  });
});

describe('once for a base, whatever its level', () => {
  test('it has its award already', () => {
    const held = [{ period: 'ONCE', applicationId: 'A20200316-7K3M9QW2ZD' }];
    expect(answer({ held })).toBe('REJECT 0 DUPLICATE');
    expect(answer({ held, recognition: aRecognition({ level: 'PROVINCE' }) })).toBe('REJECT 0 DUPLICATE');
  });
});

describe('the figures', () => {
  const open = 'NOT_CONFIGURED 0 RULE_NOT_CONFIGURED';
  test.each<[string, Partial<RuleValues['base']>, string]>([
    ['no award set: kept, and not paid', { awardFen: null }, open],
    ['no number set', { minPoorWorkers: null }, open],
    ['a county’s own award', { awardFen: 5_000_000 }, 'APPROVE 50000 OK'],
    ['a county’s own number', { minPoorWorkers: 51 }, 'REJECT 0 TOO_FEW_WORKERS'],
  ])('%s', (_case, values, expected) => {
    expect(answer({}, {}, values)).toBe(expected);
  });

  test('too few workers are refused even while the award is not set', () => {
    expect(answer({ roster: aRoster(49) }, {}, { awardFen: null })).toBe('REJECT 0 TOO_FEW_WORKERS');
  });
});

test('an organisation that no register knows is for a person', () => {
  expect(answer({ applicant: 'UNKNOWN' })).toBe('REVIEW 100000 REGISTER_DOES_NOT_KNOW');
});

test('another county, or a roster for a day to come, is for a person', () => {
  expect(answer({ division: '140223' })).toBe('REVIEW 100000 REGISTER_DIFFERS');
  expect(answer({}, { countedOn: '2020-06-16' })).toBe('REVIEW 100000 PROOF_MISSING');
});
