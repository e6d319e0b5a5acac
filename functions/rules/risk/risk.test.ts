import { describe, expect, test } from 'vitest';
import { aSpell } from '../../../test/builders/claims.ts';
import { aWorkerRecord, placementFacts, rulesWith, transportFacts } from '../../../test/builders/facts.ts';
import { assessLine } from '../assess-line.ts';
import type { Signals } from '../facts.ts';
import { insuranceGap } from './job.ts';
import { wageTransfers } from './wage-transfers.ts';

const rules = rulesWith();
const transportWith = (signals?: Signals) =>
  assessLine(transportFacts({}, signals === undefined ? {} : { signals }), rules);
const findingOf = ({ checks }: ReturnType<typeof assessLine>, id: string) =>
  checks.find(({ checkId }) => checkId === id);

describe('money of many people on one account', () => {
  test('an account of one’s own is paid', () => {
    expect(transportWith({ accountUsers: 0, phoneUsers: 2 })).toMatchObject({
      outcome: 'APPROVE',
      amountFen: 55300,
      reasons: ['OK'],
    });
  });

  test('an account that somebody else claims with goes to a person, and the amount stays', () => {
    const assessed = transportWith({ accountUsers: 1 });
    expect(assessed).toMatchObject({ outcome: 'REVIEW', amountFen: 55300, reasons: ['RISK_FOUND'] });
    expect(findingOf(assessed, 'risk-shared-account')?.sentence.zh).toContain('另有 1 名');
  });

  test('three other people behind one phone go to a person, two do not', () => {
    expect(transportWith({ phoneUsers: 3 }).outcome).toBe('REVIEW');
    expect(transportWith({ phoneUsers: 2 }).outcome).toBe('APPROVE');
  });

  test('nothing is said where nothing was counted', () => {
    expect(findingOf(transportWith(), 'risk-shared-account')?.outcome).toBe('NOT_APPLICABLE');
  });
});

test('a risk never refuses, and lifts no refusal', () => {
  const young = transportFacts(
    {},
    { worker: aWorkerRecord({ birthDate: '2010-01-01' }), signals: { accountUsers: 50 } },
  );
  expect(assessLine(young, rules)).toMatchObject({ outcome: 'REJECT', reasons: ['UNDER_AGE'], amountFen: 0 });
});

describe('a contract that ended soon after the money was claimed', () => {
  const endedOn = (endsOn: string) =>
    assessLine(
      placementFacts(
        {},
        {
          worker: aWorkerRecord({ spells: [aSpell({ startsOn: '2020-04-08', endsOn })] }),
          submittedOn: '2020-06-01',
        },
      ),
      rules,
    );

  test.each([
    ['on the day of the claim', '2020-06-01', 'CAVEAT'],
    ['30 days after it', '2020-07-01', 'CAVEAT'],
    ['31 days after it', '2020-07-02', 'PASS'],
    ['before it', '2020-05-31', 'PASS'],
    ['when the contract says', '2021-04-07', 'PASS'],
  ])('ended %s', (_when, endsOn, outcome) => {
    expect(findingOf(endedOn(endsOn), 'risk-contract-ended')?.outcome).toBe(outcome);
  });
});

describe('a month of the job without insurance', () => {
  const source = { register: 'INSURANCE', asOf: '2020-07-01', version: 1 };
  const paid = (month: string, employerCode = '91141124MA0TEEE15W') => ({
    month,
    line: 'PENSION' as const,
    employerCode,
    employerFen: 48000,
    employeeFen: 24000,
    waivedFen: 0,
    source,
  });
  const job = (months: string[]) => ({
    worker: aWorkerRecord({
      spells: [aSpell({ startsOn: '2020-03-10' })],
      contributions: months.map((month) => paid(month)),
    }),
    employerCode: '91141124MA0TEEE15W',
    startsOn: '2020-03-10',
    submittedOn: '2020-06-20',
  });

  test('every month after the first was insured', () => {
    expect(insuranceGap(job(['2020-04', '2020-05'])).outcome).toBe('PASS');
  });
  test('a month is missing', () => {
    expect(insuranceGap(job(['2020-04']))).toMatchObject({ outcome: 'CAVEAT', reason: 'RISK_FOUND' });
  });
  test('a register that knows nothing of this worker says nothing', () => {
    expect(insuranceGap(job([])).outcome).toBe('NOT_APPLICABLE');
  });
});

test('a workshop that claims more people than it pays is looked at', () => {
  expect(wageTransfers({ peopleClaimed: 12, peoplePaid: 7 })).toMatchObject({
    outcome: 'CAVEAT',
    zh: '申报 12 人，银行工资发放记录只有 7 人，由工作人员核实。',
  });
  expect(wageTransfers({ peopleClaimed: 12, peoplePaid: 12 }).outcome).toBe('PASS');
  expect(wageTransfers(undefined).outcome).toBe('NOT_APPLICABLE');
});
