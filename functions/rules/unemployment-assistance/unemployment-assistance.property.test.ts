import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  drawn,
  insuredIn,
  since,
  theLostJob,
  unemploymentFacts,
  unemploymentRules,
  wage,
} from '../../../test/builders/unemployment.ts';
import { circumstanceKinds, type Circumstance, type Contribution } from '../../contracts/registers/worker.ts';
import { addDays, addMonths, monthOf } from '../calendar/days.ts';
import { unemploymentFacts as schema, type UnemploymentFacts } from './facts.ts';
import { assessUnemployment } from './index.ts';

const applicationId = 'A20200316-7K3M9QW2ZD';
const month = fc.nat(15).map((at) => monthOf(addMonths('2020-02-01', at)));
const months = fc.uniqueArray(month, { minLength: 1, maxLength: 12 });
const some = fc.uniqueArray(month, { maxLength: 4 });
const circumstances = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Circumstance[]>([]) },
  fc
    .tuple(fc.constantFrom(...circumstanceKinds), fc.nat(500))
    .map(([kind, days]) => [since(kind, addDays('2020-01-01', days))]),
);
const contributions = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Contribution[]>([insuredIn('2020-01')]) },
  some.map((list) => list.map((one) => insuredIn(one))),
);

const anyFacts: fc.Arbitrary<UnemploymentFacts> = fc
  .record({
    months,
    held: some,
    benefits: some,
    circumstances,
    contributions,
    wages: fc.oneof({ weight: 3, arbitrary: fc.constant<string[]>([]) }, some),
    lostOn: fc.constantFrom('2020-01-20', '2020-02-01', '2020-02-10'),
    cause: fc.constantFrom('EMPLOYER_CLOSED', 'CONTRACT_ENDED', 'RESIGNED'),
    submittedOn: fc.constantFrom('2020-06-30', '2021-12-31'),
  })
  .map(({ months: claimed, held, benefits, wages, lostOn, cause, submittedOn, ...record }) =>
    unemploymentFacts(claimed, {
      record: {
        ...record,
        spells: [theLostJob({ endsOn: lostOn })],
        otherBenefits: drawn(...benefits),
        wages: wages.map((one) => wage(one)),
      },
      claim: { lostOn, cause },
      facts: { submittedOn, held: held.map((period) => ({ period, applicationId })) },
    }),
  );
const anyRules = fc
  .record({
    assistanceMonthlyFen: fc.integer({ min: 0, max: 300_000 }),
    uiBenefitMonthlyFen: fc.integer({ min: 0, max: 200_000 }),
    ceilingBpOfUiBenefit: fc.integer({ min: 0, max: 10_000 }),
    maxMonths: fc.integer({ min: 1, max: 12 }),
  })
  .map(unemploymentRules);

const rules = unemploymentRules();
const decided = (facts: UnemploymentFacts, given = rules) => {
  const { outcome, amountFen, reasons, entitlements } = assessUnemployment(facts, given);
  return { outcome, amountFen, reasons, entitlements };
};
const holds = (property: (facts: UnemploymentFacts) => void) => fc.assert(fc.property(anyFacts, property));

test('never more a month than the ceiling, nor than the local sum, nor more months than the term', () => {
  fc.assert(
    fc.property(anyFacts, anyRules, (facts, given) => {
      const { assistanceMonthlyFen, uiBenefitMonthlyFen, ceilingBpOfUiBenefit, maxMonths } =
        given.values.unemployment;
      const { entitlements } = decided(facts, given);
      for (const { amountFen } of entitlements) {
        expect(amountFen).toBeLessThanOrEqual(assistanceMonthlyFen ?? 0);
        expect(amountFen).toBeLessThanOrEqual(
          Math.ceil(((uiBenefitMonthlyFen ?? 0) * ceilingBpOfUiBenefit) / 10_000),
        );
      }
      expect(entitlements.length).toBeLessThanOrEqual(Math.max(0, (maxMonths ?? 0) - facts.held.length));
    }),
  );
});

/** Read out by hand: claimed, not held, not ahead, not stopped, not in benefit. */
const monthsByHand = ({ worker, claim, held, submittedOn = '9999-12-31' }: UnemploymentFacts): string[] => {
  if (typeof worker === 'string') return [];
  const isStopped = (one: string): boolean =>
    worker.circumstances.some(({ startsOn }) => startsOn <= `${one}-01`) ||
    worker.contributions.some((paid) => paid.month > claim.lostOn.slice(0, 7) && paid.month <= one);
  return claim.months
    .filter((one) => !held.some(({ period }) => period === one) && `${one}-01` <= submittedOn)
    .filter((one) => !isStopped(one) && !worker.otherBenefits.some((benefit) => benefit.month === one))
    .sort()
    .slice(0, Math.max(0, 6 - held.length));
};

test('the months paid are those an officer finds by hand; refused where none is left', () => {
  holds((facts) => {
    const { outcome, entitlements } = decided(facts);
    if (outcome !== 'REJECT') expect(entitlements.map(({ period }) => period)).toEqual(monthsByHand(facts));
    if (monthsByHand(facts).length === 0) expect(outcome).toBe('REJECT');
  });
});

test('a line that is approved is paid something, one that is refused nothing', () => {
  holds((facts) => {
    const { outcome, amountFen } = decided(facts);
    if (outcome !== 'REVIEW') expect(amountFen > 0).toBe(outcome === 'APPROVE');
  });
});

test('claimed month by month, in whatever order, no more is paid than at once, and no month twice', () => {
  fc.assert(
    fc.property(anyFacts, fc.boolean(), (facts, backwards) => {
      const order = backwards ? facts.claim.months.toSorted().toReversed() : facts.claim.months.toSorted();
      const paid: { period: string; amountFen: number }[] = [];
      for (const one of order) {
        const held = [...facts.held, ...paid.map(({ period }) => ({ period, applicationId }))];
        paid.push(...decided({ ...facts, held, claim: { ...facts.claim, months: [one] } }).entitlements);
      }
      const whole = decided(facts).amountFen;
      const parts = paid.reduce((sum, { amountFen }) => sum + amountFen, 0);
      expect(new Set(paid.map(({ period }) => period)).size).toBe(paid.length);
      if (whole > 0 || parts > 0) expect(parts).toBe(whole);
    }),
  );
});

test('the order of months and of records does not matter', () => {
  holds((facts) => {
    const { worker } = facts;
    if (typeof worker === 'string') return;
    const turned: UnemploymentFacts = {
      ...facts,
      held: facts.held.toReversed(),
      claim: { ...facts.claim, months: facts.claim.months.toReversed() },
      worker: {
        ...worker,
        contributions: worker.contributions.toReversed(),
        otherBenefits: worker.otherBenefits.toReversed(),
        wages: worker.wages.toReversed(),
      },
    };
    expect(assessUnemployment(turned, rules)).toEqual(assessUnemployment(facts, rules));
  });
});

test('other benefits, other insurances and granted training change nothing', () => {
  holds((facts) => {
    const { worker } = facts;
    if (typeof worker === 'string' || worker.contributions.length === 0) return;
    const { source } = worker;
    const more: UnemploymentFacts = {
      ...facts,
      others: [{ instrument: 'TRAINING_SUBSIDY', period: '2020#BASIC_SKILL', applicationId }],
      worker: {
        ...worker,
        contributions: [...worker.contributions, insuredIn('2020-05', 'MEDICAL')],
        otherBenefits: [
          ...worker.otherBenefits,
          { kind: 'YULU_PROGRAMME', month: '2020-04', amountFen: 1, source },
        ],
      },
    };
    expect(decided(more)).toEqual(decided(facts));
  });
});

test('facts that were stored and read again are decided the same', () => {
  holds((facts) => {
    const stored = schema.parse(JSON.parse(JSON.stringify(facts)));
    expect(assessUnemployment(stored, rules)).toEqual(assessUnemployment(facts, rules));
  });
});
