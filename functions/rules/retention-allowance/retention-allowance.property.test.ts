import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aWorker, retentionFacts, retentionRules } from '../../../test/builders/retention.ts';
import { spellKinds } from '../../contracts/work.ts';
import type { ClaimedSpell } from './claim.ts';
import {
  povertyStatuses,
  type EmploymentSpell,
  type WorkerRecord,
} from '../../contracts/registers/worker.ts';
import type { HeldEntitlement } from '../facts.ts';
import type { RetentionFacts } from './facts.ts';
import { addDays, ageOn, daysInMonth } from '../calendar/days.ts';
import { isPoorOn } from '../poverty-status.ts';
import { assessRetention } from './index.ts';

const rules = retentionRules();
const months = ['2020-02', '2020-03', '2020-04', '2020-05', '2020-06'];

/** Around the window, so that both its ends are crossed. */
const day = fc.integer({ min: 0, max: 230 }).map((days) => addDays('2020-01-01', days));
const stretch = fc
  .tuple(day, fc.integer({ min: 0, max: 100 }))
  .map(([startsOn, days]) => ({ startsOn, endsOn: addDays(startsOn, days) }));
const place = fc.constantFrom('141124', '141129', '141100', '320500', '320583', 'JPN');

const spell: fc.Arbitrary<ClaimedSpell> = fc
  .tuple(stretch, fc.constantFrom(...spellKinds), place, fc.boolean())
  .map(([range, kind, workplace, wageProof]) => ({
    ...range,
    kind,
    workplace,
    wageProof,
    employerName: '测试厂',
  }));
const spells = fc.array(spell, { minLength: 1, maxLength: 6 });

const known: fc.Arbitrary<EmploymentSpell[]> = fc.array(spell, { maxLength: 4 }).map((list) =>
  list.map((entry, at) => ({
    ...entry,
    spellId: `S-${at}`,
    source: { register: 'WORKERS', asOf: '2020-07-01', version: 1 },
  })),
);
const statuses = fc.array(
  fc.tuple(fc.constantFrom(...povertyStatuses), stretch).map(([status, range]) => ({ status, ...range })),
  { maxLength: 3 },
);
const registeredPoor: WorkerRecord['povertyStatuses'] = [
  { status: 'REGISTERED_POOR', startsOn: '2014-01-01' },
];
const record = fc
  .record({
    birthDate: fc.oneof(
      fc.constant('1985-06-12'),
      day.map((date) => date.replace('2020', '2004')),
    ),
    povertyStatuses: fc.oneof(fc.constant(registeredPoor), statuses),
    spells: known,
  })
  .map((rest) => aWorker(rest));
const worker = fc.oneof({ weight: 5, arbitrary: record }, fc.constant('UNKNOWN' as const));
const held: fc.Arbitrary<HeldEntitlement[]> = fc
  .uniqueArray(fc.constantFrom(...months))
  .map((periods) => periods.map((period) => ({ period, applicationId: 'A20200316-7K3M9QW2ZD' })));

const facts: fc.Arbitrary<RetentionFacts> = fc
  .tuple(spells, worker, held, fc.option(day, { nil: undefined }))
  .map(([claimed, who, taken, submittedOn]) =>
    retentionFacts(claimed, {
      facts: { worker: who, held: taken, ...(submittedOn !== undefined && { submittedOn }) },
    }),
  );

const withSpells = (given: RetentionFacts, changed: ClaimedSpell[]): RetentionFacts => ({
  ...given,
  claim: { spells: changed },
});

/** What is decided, without how it is explained. */
const decided = (given: RetentionFacts) => {
  const { outcome, amountFen, reasons, entitlements } = assessRetention(given, rules);
  return { outcome, amountFen, reasons, entitlements };
};

const holds = (property: (given: RetentionFacts) => void) =>
  fc.assert(fc.property(facts, property), { numRuns: 500 });

test('never more than five times 200 yuan, and 200 for each month', () => {
  holds((given) => {
    const { amountFen, entitlements } = decided(given);
    expect(amountFen).toBeLessThanOrEqual(5 * 20_000);
    expect(amountFen).toBe(entitlements.length * 20_000);
  });
});

test('no month twice, and none outside February to June, whatever spells overlap', () => {
  holds((given) => {
    const periods = decided(given).entitlements.map(({ period }) => period);
    expect(new Set(periods).size).toBe(periods.length);
    for (const period of periods) expect(months).toContain(period);
  });
});

/** The rule read out day by day, as an officer would count on a calendar. */
const countedByHand = ({ worker: who, claim, submittedOn = '9999-12-31' }: RetentionFacts): string[] => {
  const isAway = (workplace: string) => workplace !== '141124' || typeof who === 'string';
  const isLocal = (kind: string) => kind === 'LOCAL_WORKSHOP' || kind === 'LOCAL_ENTERPRISE';
  const earning = claim.spells.filter(
    ({ kind, workplace }) => kind !== 'PUBLIC_WELFARE_POST' && (isAway(workplace) || isLocal(kind)),
  );
  const isDayOfWork = (date: string) =>
    date <= submittedOn && earning.some(({ startsOn, endsOn }) => startsOn <= date && date <= endsOn);
  const isEntitled = (date: string) =>
    typeof who === 'string' || (isPoorOn(who, date) && ageOn(who.birthDate, date) >= 16);
  return months.filter((month) => {
    const dates = Array.from({ length: daysInMonth(month) }, (_, at) => addDays(`${month}-01`, at));
    return dates.filter((date) => isDayOfWork(date) && isEntitled(date)).length >= 15;
  });
};

test('the months paid are those an officer counts on a calendar and nobody else holds; refused if there are none', () => {
  holds((given) => {
    const left = countedByHand(given).filter((month) => !given.held.some(({ period }) => period === month));
    const { outcome, entitlements } = decided(given);
    expect(entitlements.map(({ period }) => period)).toEqual(left);
    expect(outcome === 'REJECT').toBe(left.length === 0);
  });
});

test('a line that is approved is paid something, a line that is refused nothing', () => {
  holds((given) => {
    const { outcome, amountFen, reasons } = decided(given);
    if (outcome !== 'REVIEW') expect(amountFen > 0).toBe(outcome === 'APPROVE');
    if (outcome !== 'APPROVE') expect(reasons).not.toContain('OK');
  });
});

test('the order of the spells does not matter, in the claim or in the register', () => {
  holds((given) => {
    const turned = withSpells(given, given.claim.spells.toReversed());
    expect(decided(turned)).toEqual(decided(given));
    if (typeof given.worker === 'string') return;
    const worker = { ...given.worker, spells: given.worker.spells.toReversed() };
    expect(decided({ ...given, worker })).toEqual(decided(given));
  });
});

test('splitting a spell in two touching ones changes nothing', () => {
  fc.assert(
    fc.property(facts, fc.nat(), fc.nat(), (given, which, where) => {
      const { spells: before } = given.claim;
      const at = which % before.length;
      const whole = before[at]!;
      const days = Math.round((Date.parse(whole.endsOn) - Date.parse(whole.startsOn)) / 86_400_000);
      if (days === 0) return;
      const lastOfFirst = addDays(whole.startsOn, where % days);
      const split = before.toSpliced(
        at,
        1,
        { ...whole, endsOn: lastOfFirst },
        { ...whole, startsOn: addDays(lastOfFirst, 1) },
      );
      expect(decided(withSpells(given, split))).toEqual(decided(given));
    }),
    { numRuns: 500 },
  );
});

test('adding a spell never lowers the amount', () => {
  fc.assert(
    fc.property(facts, spell, (given, more) => {
      const added = withSpells(given, [...given.claim.spells, more]);
      expect(decided(added).amountFen).toBeGreaterThanOrEqual(decided(given).amountFen);
    }),
    { numRuns: 500 },
  );
});

test('a month that another application holds is never paid again, and holding it changes no other month', () => {
  fc.assert(
    fc.property(facts, held, (given, taken) => {
      const free = decided({ ...given, held: [] }).entitlements;
      const left = decided({ ...given, held: taken }).entitlements;
      expect(left).toEqual(free.filter(({ period }) => !taken.some((other) => other.period === period)));
    }),
    { numRuns: 500 },
  );
});

test('what the employment register shows, or fails to show, refuses nobody', () => {
  fc.assert(
    fc.property(facts, known, (given, other) => {
      if (typeof given.worker === 'string') return;
      const found = decided({ ...given, worker: { ...given.worker, spells: other } });
      expect(found.outcome === 'REJECT').toBe(decided(given).outcome === 'REJECT');
      expect(found.amountFen).toBe(decided(given).amountFen);
    }),
    { numRuns: 500 },
  );
});

test('the same facts give the same answer to the letter', () => {
  holds((given) => {
    expect(JSON.stringify(assessRetention(given, rules))).toBe(JSON.stringify(assessRetention(given, rules)));
  });
});
