import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aPost, inPost, postFacts, postRules } from '../../../test/builders/public-works.ts';
import { postKinds } from '../../contracts/registers/post.ts';
import type { EmploymentSpell } from '../../contracts/registers/worker.ts';
import { addDays } from '../calendar/days.ts';
import { postFacts as schema, type PostFacts } from './facts.ts';
import { assessPost } from './index.ts';

const applicationId = 'A20200316-7K3M9QW2ZD';
const all = ['2020-03', '2020-04', '2020-05', '2020-06', '2020-07', '2020-08'];
const some = fc.uniqueArray(fc.constantFrom(...all), { maxLength: 3 });
const months = fc.uniqueArray(fc.tuple(fc.constantFrom(...all), fc.integer({ min: 0, max: 30 })), {
  minLength: 1,
  selector: ([month]) => month,
});
const job = fc
  .tuple(
    fc.constantFrom('PUBLIC_WELFARE_POST' as const, 'LOCAL_ENTERPRISE' as const),
    fc.nat(200),
    fc.nat(60),
  )
  .map(([kind, from, days]) => {
    const startsOn = addDays('2020-02-01', from);
    return inPost({ kind, startsOn, endsOn: addDays(startsOn, days), spellId: `${kind}-${from}-${days}` });
  });

const anyFacts: fc.Arbitrary<PostFacts> = fc
  .record({
    months,
    held: some,
    jobs: fc.oneof(fc.constant<EmploymentSpell[]>([inPost()]), fc.array(job, { maxLength: 3 })),
    kind: fc.oneof({ weight: 3, arbitrary: fc.constant('ECOLOGY' as const) }, fc.constantFrom(...postKinds)),
    placeNo: fc.integer({ min: 1, max: 4 }),
    submittedOn: fc.constantFrom('2020-05-15', '2020-12-31'),
  })
  .map(({ months: claimed, held, jobs, kind, placeNo, submittedOn }) =>
    postFacts(claimed, {
      record: { spells: jobs },
      claim: { placeNo },
      facts: {
        submittedOn,
        post: aPost({ kind, kindReason: '看护' }),
        held: held.map((period) => ({ period, applicationId })),
      },
    }),
  );
const anyRules = fc
  .record({
    monthlyFen: fc.integer({ min: 1, max: 300_000 }),
    maxMonths: fc.option(fc.integer({ min: 1, max: 6 })),
    minDaysPerMonth: fc.integer({ min: 1, max: 31 }),
  })
  .map(postRules);

const decided = (facts: PostFacts, given: ReturnType<typeof postRules>) => {
  const { outcome, amountFen, reasons, entitlements } = assessPost(facts, given);
  return { outcome, amountFen, reasons, entitlements };
};
const holds = (property: (facts: PostFacts, given: ReturnType<typeof postRules>) => void) =>
  fc.assert(fc.property(anyFacts, anyRules, property));

test('each month once, at the county’s pay, and never more months than the term leaves', () => {
  holds((facts, given) => {
    const { monthlyFen, maxMonths } = given.values.publicWorks;
    const { entitlements, amountFen } = decided(facts, given);
    const periods = entitlements.map(({ period }) => period);
    expect(new Set(periods).size).toBe(periods.length);
    expect(amountFen).toBe(periods.length * (monthlyFen ?? 0));
    expect(periods.length).toBeLessThanOrEqual(Math.max(0, (maxMonths ?? 99) - facts.held.length));
    for (const { period } of facts.held) expect(periods).not.toContain(period);
  });
});

test('a line that is approved is paid something, one that is refused nothing', () => {
  holds((facts, given) => {
    const { outcome, amountFen } = decided(facts, given);
    expect(amountFen > 0).toBe(outcome === 'APPROVE' || outcome === 'REVIEW');
  });
});

test('claimed month by month, in whatever order, as much is paid as at once', () => {
  fc.assert(
    fc.property(anyFacts, anyRules, fc.boolean(), (facts, given, backwards) => {
      const sorted = facts.claim.months.toSorted((a, b) => (a.month < b.month ? -1 : 1));
      const paid: { period: string; amountFen: number }[] = [];
      for (const one of backwards ? sorted.toReversed() : sorted) {
        const held = [...facts.held, ...paid.map(({ period }) => ({ period, applicationId }))];
        paid.push(
          ...decided({ ...facts, held, claim: { ...facts.claim, months: [one] } }, given).entitlements,
        );
      }
      expect(new Set(paid.map(({ period }) => period)).size).toBe(paid.length);
      expect(paid.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(decided(facts, given).amountFen);
    }),
  );
});

test('the order of months and of jobs does not matter', () => {
  holds((facts, given) => {
    const { worker } = facts;
    if (typeof worker === 'string') return;
    const turned: PostFacts = {
      ...facts,
      held: facts.held.toReversed(),
      claim: { ...facts.claim, months: facts.claim.months.toReversed() },
      worker: { ...worker, spells: worker.spells.toReversed() },
    };
    expect(assessPost(turned, given)).toEqual(assessPost(facts, given));
  });
});

test('insurance and training that others granted, and wages, change nothing', () => {
  holds((facts, given) => {
    const { worker } = facts;
    if (typeof worker === 'string') return;
    const others = [
      { instrument: 'SOCIAL_INSURANCE_SUBSIDY', period: '2020-03', applicationId },
      { instrument: 'TRAINING_SUBSIDY', period: '2020#BASIC_SKILL', applicationId },
    ];
    expect(decided({ ...facts, others, worker: { ...worker, relocated: true } }, given)).toEqual(
      decided(facts, given),
    );
  });
});

test('registers that know nothing refuse nobody whom their records would let pass', () => {
  holds((facts, given) => {
    const silent = decided({ ...facts, worker: 'UNAVAILABLE', post: 'UNAVAILABLE' }, given).outcome;
    expect(silent).not.toBe('APPROVE');
    if (silent === 'REJECT') expect(decided(facts, given).outcome).toBe('REJECT');
  });
});

test('facts that were stored and read again are decided the same', () => {
  holds((facts, given) => {
    const stored = schema.parse(JSON.parse(JSON.stringify(facts)));
    expect(assessPost(stored, given)).toEqual(assessPost(facts, given));
  });
});
