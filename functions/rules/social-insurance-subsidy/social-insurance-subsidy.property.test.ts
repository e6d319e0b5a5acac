import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  aContribution,
  asRegistered,
  aWorker,
  insuranceFacts,
  insuranceRules,
  otherEmployer,
  type Change,
  type Paid,
  type Shares,
} from '../../../test/builders/social-insurance.ts';
import { insuranceLines } from '../../contracts/registers/worker.ts';
import { socialInsuranceFacts, type SocialInsuranceFacts } from './facts.ts';
import { assessSocialInsurance } from './index.ts';

const applicationId = 'A20200316-7K3M9QW2ZD';
const month = fc
  .integer({ min: 0, max: 59 })
  .map((at) => `${2018 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`);
const shares: fc.Arbitrary<Shares> = fc.dictionary(
  fc.constantFrom(...insuranceLines),
  fc.integer({ min: 0, max: 60_000 }),
);
const paid: fc.Arbitrary<Paid> = fc
  .uniqueArray(fc.tuple(month, shares), { minLength: 1, maxLength: 48, selector: ([name]) => name })
  .map((entries) => Object.fromEntries(entries));
const held = fc.uniqueArray(month, { maxLength: 20 });
const rules = fc
  .record({ rateBp: fc.integer({ min: 0, max: 10_000 }), maxMonths: fc.integer({ min: 0, max: 36 }) })
  .map(insuranceRules);

/** A claim, what the register shows of it (mostly the same), and what others hold. */
const anyFacts: fc.Arbitrary<SocialInsuranceFacts> = fc
  .tuple(paid, fc.option(paid, { nil: undefined, freq: 3 }), held, fc.integer({ min: 0, max: 40 }))
  .map(([claimed, known = claimed, periods, monthsUsed]) =>
    insuranceFacts(claimed, {
      record: { contributions: asRegistered(known) },
      contract: { startsOn: '2018-06-01', signedOn: '2018-06-01' },
      claim: { monthsUsed },
      facts: { held: periods.map((period) => ({ period, applicationId })) },
    }),
  );

const holds = (property: (facts: SocialInsuranceFacts, given: ReturnType<typeof insuranceRules>) => void) =>
  fc.assert(fc.property(anyFacts, rules, property));
const decided = (facts: SocialInsuranceFacts, given = insuranceRules()) => {
  const { outcome, amountFen, reasons, entitlements } = assessSocialInsurance(facts, given);
  return { outcome, amountFen, reasons, entitlements };
};

test('never more than the employer says it paid, nor than the register shows of a month, nor above the term', () => {
  holds((facts, given) => {
    const { entitlements } = decided(facts, given);
    const { maxMonths } = given.values.socialInsurance;
    const used = Math.max(facts.claim.monthsUsed, facts.held.length);
    expect(entitlements.length).toBeLessThanOrEqual(Math.max(0, (maxMonths ?? 0) - used));
    for (const { period, amountFen } of entitlements) {
      const claimed = facts.claim.months.find((one) => one.month === period)?.paid ?? {};
      expect(amountFen).toBeLessThanOrEqual(Object.values(claimed).reduce((sum, fen) => sum + fen, 0));
      if (typeof facts.worker === 'string') continue;
      const known = facts.worker.contributions.filter((entry) => entry.month === period);
      if (known.length > 0)
        expect(amountFen).toBeLessThanOrEqual(known.reduce((sum, { employerFen }) => sum + employerFen, 0));
    }
  });
});

test('no month twice, none that another application holds, none before the contract', () => {
  holds((facts, given) => {
    const periods = decided(facts, given).entitlements.map(({ period }) => period);
    expect(new Set(periods).size).toBe(periods.length);
    for (const period of periods) {
      expect(facts.held.map((one) => one.period)).not.toContain(period);
      expect(period >= '2018-06').toBe(true);
    }
  });
});

test('the order of months and of contributions does not matter', () => {
  holds((facts, given) => {
    if (typeof facts.worker === 'string') return;
    const turned = {
      ...facts,
      worker: { ...facts.worker, contributions: facts.worker.contributions.toReversed() },
      claim: { ...facts.claim, months: facts.claim.months.toReversed() },
    };
    expect(decided(turned, given)).toEqual(decided(facts, given));
  });
});

/** Files the months in several claims, one after the other: what one earns the next one finds held. */
const inClaims = (claims: readonly Paid[], whole: Paid): number => {
  const taken: string[] = [];
  let total = 0;
  for (const months of claims) {
    const change: Change = {
      record: { contributions: asRegistered(whole) },
      contract: { startsOn: '2018-01-01', signedOn: '2018-01-01' },
      facts: { held: taken.map((period) => ({ period, applicationId })) },
    };
    const { entitlements, amountFen } = decided(insuranceFacts(months, change));
    taken.push(...entitlements.map(({ period }) => period));
    total += amountFen;
  }
  expect(new Set(taken).size).toBe(taken.length);
  expect(taken.length).toBeLessThanOrEqual(36);
  return total;
};

test('splitting a claim, repeating it or turning the claims round pays the same; the term holds over all of them', () => {
  const even = fc
    .uniqueArray(month, { minLength: 2, maxLength: 48 })
    .map((months): Paid => Object.fromEntries(months.map((name) => [name, { PENSION: 48_001 }])));
  fc.assert(
    fc.property(even, fc.nat(), (whole, where) => {
      const entries = Object.entries(whole);
      const at = 1 + (where % (entries.length - 1));
      const parts = [Object.fromEntries(entries.slice(0, at)), Object.fromEntries(entries.slice(at))];
      const once = inClaims([whole], whole);
      expect(inClaims(parts, whole)).toBe(once);
      expect(inClaims(parts.toReversed(), whole)).toBe(once);
      expect(inClaims([whole, whole, ...parts], whole)).toBe(once);
    }),
  );
});

test('what another employer paid, or this one in other months, changes no amount', () => {
  holds((facts, given) => {
    if (typeof facts.worker === 'string' || facts.worker.contributions.length === 0) return;
    const more = [
      ...facts.worker.contributions,
      aContribution({ month: '2019-01', employerCode: otherEmployer }),
      aContribution({ month: '2027-01' }),
    ];
    const worker = aWorker({ ...facts.worker, contributions: more });
    expect(decided({ ...facts, worker }, given).entitlements).toEqual(decided(facts, given).entitlements);
  });
});

test('stored as JSON and read again, the same facts decide the same to the letter', () => {
  holds((facts, given) => {
    const again = socialInsuranceFacts.parse(JSON.parse(JSON.stringify(facts)));
    expect(JSON.stringify(assessSocialInsurance(again, given))).toBe(
      JSON.stringify(assessSocialInsurance(facts, given)),
    );
  });
});
