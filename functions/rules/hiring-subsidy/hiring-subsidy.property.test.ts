import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  aHired,
  aJob,
  anEmployerOf,
  aWorkshopsRecognition,
  enterpriseFacts,
  farmFacts,
  hiringRules,
  wagesFor,
  workshopFacts,
} from '../../../test/builders/hiring.ts';
import { organisationTypes } from '../../contracts/registers/organisation.ts';
import { addDays, addMonths, daysInMonth, monthOf } from '../calendar/days.ts';
import { assessFarmHiring } from '../farm-hiring-subsidy/index.ts';
import { hiringFacts, type HiringFacts } from './facts.ts';
import { assessHiring } from './index.ts';
import type { MonthOfWork } from './months-of-work.ts';

const applicationId = 'A20200316-7K3M9QW2ZD';
const month: fc.Arbitrary<MonthOfWork> = fc
  .record({
    at: fc.nat(23),
    days: fc.integer({ min: 1, max: 31 }),
    payFen: fc.integer({ min: 0, max: 300_000 }),
  })
  .map(({ at, days, payFen }) => {
    const name = monthOf(addMonths('2020-02-01', at));
    return { month: name, days: Math.min(days, daysInMonth(name)), payFen };
  });
const months = fc.uniqueArray(month, { minLength: 1, maxLength: 14, selector: (one) => one.month });
const type = fc.oneof(
  { weight: 2, arbitrary: fc.constant('WORKSHOP' as const) },
  { weight: 1, arbitrary: fc.constantFrom(...organisationTypes) },
);
const recognition = fc.constantFrom(
  aWorkshopsRecognition(),
  aWorkshopsRecognition(['SUSPENDED', '2020-05-01']),
  aWorkshopsRecognition(['REVOKED', '2020-05-01']),
  'UNKNOWN' as const,
);

/** A claim by months, what the bank shows of it (mostly the same), and who claims. */
const byWork: fc.Arbitrary<HiringFacts> = fc
  .record({
    months,
    shown: fc.option(months, { nil: undefined, freq: 3 }),
    type,
    recognition,
    jobs: fc.boolean(),
  })
  .map(({ months: claimed, shown = claimed, type: applicant, recognition: standing, jobs }) =>
    workshopFacts(claimed, {
      worker: aHired({ spells: jobs ? [aJob()] : [], wages: wagesFor(shown) }),
      applicant: anEmployerOf(applicant),
      recognition: standing,
    }),
  );
const byContract: fc.Arbitrary<HiringFacts> = fc
  .record({
    length: fc.integer({ min: 0, max: 400 }),
    type,
    size: fc.constantFrom('SMALL' as const, 'LARGE' as const),
  })
  .map(({ length, type: applicant, size }) =>
    enterpriseFacts(
      { endsOn: addDays('2020-02-01', length) },
      { applicant: anEmployerOf(applicant, { sizeClass: size }) },
    ),
  );
const anyFacts = fc.oneof(byWork, byContract);

const rules = hiringRules();
const decided = (facts: HiringFacts, given = rules) => {
  const { outcome, amountFen, reasons, entitlements } = assessHiring(facts, given);
  return { outcome, amountFen, reasons, entitlements };
};
const holds = (property: (facts: HiringFacts) => void) => fc.assert(fc.property(anyFacts, property));

test('one worker earns the one sum or nothing', () => {
  holds((facts) => {
    const { outcome, amountFen, entitlements } = decided(facts);
    expect([0, 120_000]).toContain(amountFen);
    expect(entitlements.length).toBeLessThanOrEqual(1);
    if (outcome === 'APPROVE') expect(amountFen).toBe(120_000);
    if (outcome === 'REJECT') expect(amountFen).toBe(0);
  });
});

/** The rule read out by hand: any twelve calendar months with six that count and 6,000 yuan, in one stretch. */
const meetsByHand = (list: readonly MonthOfWork[]): boolean =>
  Array.from({ length: 24 }, (_, at) => at).some((at) => {
    const from = monthOf(addMonths('2020-02-01', at));
    const to = monthOf(addMonths('2020-02-01', at + 11));
    const stretch = list.filter((one) => from <= one.month && one.month <= to);
    const whole = stretch.filter(({ days }) => days >= 15).length;
    const loose = stretch.filter(({ days }) => days < 15).reduce((sum, { days }) => sum + days, 0);
    const pay = stretch.reduce((sum, { payFen }) => sum + payFen, 0);
    return whole + Math.floor(loose / 30) >= 6 && pay >= 600_000;
  });

test('a workshop is paid where an officer who counts by hand finds a stretch that is enough, and only there', () => {
  fc.assert(
    fc.property(months, (list) => {
      const facts = workshopFacts(list);
      expect(decided(facts).outcome).toBe(meetsByHand(list) ? 'APPROVE' : 'REJECT');
    }),
    { numRuns: 300 },
  );
});

test('what one clause has paid the other does not, whichever came first', () => {
  holds((facts) => {
    const granted = decided(facts).entitlements;
    const farm = farmFacts(facts.claim.months.length > 0 ? facts.claim.months : undefined);
    const here = granted.map(({ period }) => ({ instrument: 'HIRING_SUBSIDY', period, applicationId }));
    if (here.length > 0)
      expect(assessFarmHiring({ ...farm, others: here }, rules)).toMatchObject({
        outcome: 'REJECT',
        amountFen: 0,
      });
    const there = [{ instrument: 'FARM_HIRING_SUBSIDY', period: 'ONCE', applicationId }];
    expect(decided({ ...facts, others: there })).toMatchObject({ outcome: 'REJECT', amountFen: 0 });
  });
});

test('the order of months, jobs and wages does not matter', () => {
  holds((facts) => {
    const { worker } = facts;
    if (typeof worker === 'string') return;
    const turned: HiringFacts = {
      ...facts,
      claim: { ...facts.claim, months: facts.claim.months.toReversed() },
      worker: { ...worker, spells: worker.spells.toReversed(), wages: worker.wages.toReversed() },
    };
    expect(assessHiring(turned, rules)).toEqual(assessHiring(facts, rules));
  });
});

test('another employer’s wages, another worker’s benefit and other periods change nothing', () => {
  holds((facts) => {
    const { worker } = facts;
    if (typeof worker === 'string') return;
    const more: HiringFacts = {
      ...facts,
      held: [{ period: '2020-03', applicationId }],
      others: [{ instrument: 'RETENTION_ALLOWANCE', period: '2020-03', applicationId }],
      worker: {
        ...worker,
        relocated: true,
        wages: [
          ...worker.wages,
          ...wagesFor([{ month: '2020-04', days: 30, payFen: 900_000 }], '91140106MA0TAAA25W'),
        ],
      },
    };
    expect(decided(more)).toEqual(decided(facts));
  });
});

test('a month more, or more pay, is never worse', () => {
  const rank = { REJECT: 0, NOT_CONFIGURED: 1, REVIEW: 1, APPROVE: 2 };
  fc.assert(
    fc.property(months, month, (list, extra) => {
      const more = list.some((one) => one.month === extra.month)
        ? list.map((one) => (one.month === extra.month ? { ...one, payFen: one.payFen + extra.payFen } : one))
        : [...list, extra];
      const before = rank[decided(workshopFacts(list)).outcome];
      expect(rank[decided(workshopFacts(more)).outcome]).toBeGreaterThanOrEqual(before);
    }),
  );
});

test('registers that know nothing refuse nobody whom their records would let pass', () => {
  fc.assert(
    fc.property(byWork, (facts) => {
      const silent = decided({ ...facts, worker: 'UNAVAILABLE', recognition: 'UNAVAILABLE' }).outcome;
      expect(silent).not.toBe('APPROVE');
      if (silent === 'REJECT') expect(decided(facts).outcome).toBe('REJECT');
    }),
  );
});

test('facts that were stored and read again are decided the same', () => {
  holds((facts) => {
    const stored = hiringFacts.parse(JSON.parse(JSON.stringify(facts)));
    expect(assessHiring(stored, rules)).toEqual(assessHiring(facts, rules));
  });
});
