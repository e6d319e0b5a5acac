import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aSpell } from '../../../test/builders/claims.ts';
import {
  aListing,
  anEmigrant,
  anOperator,
  overseasFacts,
  overseasRules,
} from '../../../test/builders/overseas.ts';
import { povertyStatuses, workCapacities } from '../../contracts/registers/worker.ts';
import { addDays } from '../calendar/days.ts';
import { overseasFacts as factsSchema, type OverseasFacts } from './facts.ts';
import { assessOverseas } from './index.ts';

const day = fc.integer({ min: -40, max: 40 }).map((days) => addDays('2020-03-16', days));
const listing = fc
  .record({ listedOn: day, meetsConditions: fc.boolean(), trainingMinutes: fc.constantFrom(0, 600) })
  .map(aListing);
const spell = fc
  .record({ workplace: fc.constantFrom('JPN', 'KOR', '141124'), startsOn: day })
  .map((rest) => aSpell(rest));
const known = fc
  .record({
    povertyStatuses: fc
      .tuple(fc.constantFrom(...povertyStatuses), day)
      .map(([status, startsOn]) => [{ status, startsOn }]),
    workCapacity: fc.constantFrom(...workCapacities),
    overseasListings: fc.array(listing, { maxLength: 3 }),
    spells: fc.array(spell, { maxLength: 3 }),
  })
  .map((rest) => anEmigrant(rest));
const worker = fc.oneof(
  { weight: 4, arbitrary: known },
  fc.constantFrom('UNKNOWN' as const, 'UNAVAILABLE' as const),
);
const anyFacts: fc.Arbitrary<OverseasFacts> = fc
  .record({
    claim: fc.record({
      country: fc.constantFrom('JPN', 'KOR', 'HKG'),
      departedOn: day,
      permitAttached: fc.boolean(),
    }),
    rest: fc.record({ worker, operator: fc.constantFrom('UNKNOWN' as const, anOperator()) }),
  })
  .map(({ claim, rest }) => overseasFacts(claim, rest));

const rules = overseasRules();
const holds = (property: (facts: OverseasFacts) => void) => fc.assert(fc.property(anyFacts, property));
const decided = (facts: OverseasFacts) => {
  const { outcome, amountFen, reasons, entitlements } = assessOverseas(facts, rules);
  return { outcome, amountFen, reasons, entitlements };
};

test('the county’s sum or nothing, and nothing a second time', () => {
  holds((facts) => {
    const { amountFen, outcome } = decided(facts);
    expect(amountFen).toBe(outcome === 'REJECT' ? 0 : 500_000);
    const held = [{ period: 'ONCE', applicationId: 'A20200316-7K3M9QW2ZD' }];
    expect(decided({ ...facts, held })).toMatchObject({ outcome: 'REJECT', amountFen: 0 });
  });
});

test('while the county has no sum nothing is paid, whatever the facts', () => {
  const unset = overseasRules({ amountFen: null });
  holds((facts) => {
    const { outcome, amountFen, entitlements } = assessOverseas(facts, unset);
    expect({ amountFen, entitlements }).toEqual({ amountFen: 0, entitlements: [] });
    expect(outcome).toBe(decided(facts).outcome === 'REJECT' ? 'REJECT' : 'NOT_CONFIGURED');
  });
});

test('the order of listings and of jobs does not matter where they began on different days', () => {
  holds((facts) => {
    if (typeof facts.worker === 'string') return;
    const { overseasListings, spells } = facts.worker;
    const days = overseasListings.map(({ listedOn }) => listedOn);
    if (new Set(days).size < days.length) return;
    const turned = anEmigrant({
      ...facts.worker,
      overseasListings: overseasListings.toReversed(),
      spells: spells.toReversed(),
    });
    expect(decided({ ...facts, worker: turned })).toEqual(decided(facts));
  });
});

test('what the registers of jobs, listings and companies say or do not say refuses nobody', () => {
  holds((facts) => {
    if (typeof facts.worker === 'string') return;
    const bare = anEmigrant({ ...facts.worker, overseasListings: [], spells: [] });
    const { outcome } = decided({ ...facts, worker: bare, operator: 'UNAVAILABLE' });
    expect(outcome === 'REJECT').toBe(decided(facts).outcome === 'REJECT');
  });
});

test('stored as JSON and read again, the same facts decide the same to the letter', () => {
  holds((facts) => {
    const again = factsSchema.parse(JSON.parse(JSON.stringify(facts)));
    expect(JSON.stringify(assessOverseas(again, rules))).toBe(JSON.stringify(assessOverseas(facts, rules)));
  });
});
