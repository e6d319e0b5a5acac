import { describe, expect, test } from 'vitest';
import { reasonCodes, type ReasonCode } from '../contracts/reasons.ts';
import {
  caveat,
  checkOf,
  fail,
  notApplicable,
  notConfigured,
  pass,
  unavailable,
  type Finding,
} from './check.ts';
import { byImportance } from '../contracts/reasons.ts';
import { conclude, overallOutcome } from './conclude.ts';

const parts = [
  { period: '2020-02', amountFen: 20_000 },
  { period: '2020-03', amountFen: 20_000 },
];

const from = (...findings: Finding[]) => {
  const checks = findings.map((found, at) => checkOf(`check-${at}`, '六.2', found));
  const { outcome, amountFen, reasonCode, reasons, entitlements } = conclude(
    'RETENTION_ALLOWANCE',
    '六.2',
    checks,
    parts,
  );
  return { outcome, amountFen, reasonCode, reasons, months: entitlements.length };
};

const fine = pass('符合。', 'Fine.');
const capped = pass('按上限计。', 'Paid at the cap.', { reason: 'CAPPED' });
const nothing = notApplicable('不适用。', 'Nothing to look at.');
const refused = (reason: ReasonCode) => fail(reason, '不符合。', 'Refused.');
const unclear = caveat('REGISTER_DIFFERS', '不一致。', 'It differs.');
const unknown = unavailable('REGISTER_DOES_NOT_KNOW', '没有查到。', 'Not known.');
const open = notConfigured('retention.monthlyFen');

describe('what the checks of a line come to', () => {
  test('all in order: paid in full', () => {
    expect(from(fine, nothing)).toEqual({
      outcome: 'APPROVE',
      amountFen: 40_000,
      reasonCode: 'OK',
      reasons: ['OK'],
      months: 2,
    });
  });

  test('a cap is no refusal, and is named', () => {
    expect(from(fine, capped)).toMatchObject({ outcome: 'APPROVE', amountFen: 40_000, reasons: ['CAPPED'] });
  });

  test('a refusal says every reason at once, the most important first, each once, and pays nothing', () => {
    const found = from(
      refused('OUT_OF_WINDOW'),
      capped,
      unclear,
      refused('UNDER_AGE'),
      refused('OUT_OF_WINDOW'),
      refused('NOT_REGISTERED_POOR'),
    );
    expect(found).toEqual({
      outcome: 'REJECT',
      amountFen: 0,
      reasonCode: 'NOT_REGISTERED_POOR',
      reasons: ['NOT_REGISTERED_POOR', 'UNDER_AGE', 'OUT_OF_WINDOW'],
      months: 0,
    });
  });

  test.each([
    ['what the register contradicts', unclear, 'REGISTER_DIFFERS'],
    ['what the register does not know', unknown, 'REGISTER_DOES_NOT_KNOW'],
  ])('%s goes to a person, with what would be paid', (_what, finding, reasonCode) => {
    expect(from(fine, finding, capped)).toMatchObject({
      outcome: 'REVIEW',
      amountFen: 40_000,
      reasonCode,
      reasons: [reasonCode],
      months: 2,
    });
  });

  test('a value that is not set blocks payment, and is named before what else is open', () => {
    expect(from(unclear, open)).toEqual({
      outcome: 'NOT_CONFIGURED',
      amountFen: 0,
      reasonCode: 'RULE_NOT_CONFIGURED',
      reasons: ['RULE_NOT_CONFIGURED', 'REGISTER_DIFFERS'],
      months: 0,
    });
  });

  test('what the notice refuses is refused, whatever is not set yet', () => {
    expect(from(open, refused('NOT_OUTSIDE_COUNTY'))).toMatchObject({
      outcome: 'REJECT',
      reasons: ['NOT_OUTSIDE_COUNTY'],
    });
  });

  test('every check is kept, so that the decision can be explained', () => {
    const checks = [checkOf('a', '六.2', fine), checkOf('b', '六.2', unclear)];
    expect(conclude('RETENTION_ALLOWANCE', '六.2', checks, parts).checks).toEqual(checks);
  });
});

test('every reason has its place in the order, OK the last', () => {
  const ordered = [...reasonCodes].sort(byImportance);
  expect(ordered[0]).toBe('RULE_NOT_CONFIGURED');
  expect(ordered.at(-1)).toBe('OK');
});

describe('an application is as open as its most open line', () => {
  test.each([
    [['APPROVE', 'REVIEW', 'NOT_CONFIGURED', 'REJECT'], 'NOT_CONFIGURED'],
    [['APPROVE', 'REVIEW', 'REJECT'], 'REVIEW'],
    [['REJECT', 'APPROVE', 'REJECT'], 'APPROVE'],
    [['REJECT', 'REJECT'], 'REJECT'],
  ] as const)('%j: %s', (lines, overall) => {
    expect(overallOutcome(lines)).toBe(overall);
  });
});
