import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  anyPlacement,
  anyPlacementRules,
  anyTransport,
  anyTransportRules,
  dayNear,
} from '../../test/builders/arbitrary-facts.ts';
import { rulesWith } from '../../test/builders/facts.ts';
import { asRegistered, away, retentionFacts } from '../../test/builders/retention.ts';
import { lineAssessment } from '../contracts/assessment.ts';
import { spellKinds } from '../contracts/work.ts';
import { addDays } from './calendar/days.ts';
import { assessLine } from './assess-line.ts';
import { caseWorld, policyCase } from './cases/case-file.ts';
import { decideCase } from './cases/decide-case.ts';
import type { LineFacts } from './assess-line.ts';
import type { RuleSet } from './facts.ts';

const retentionSpells = fc.array(
  fc
    .tuple(
      fc.constantFrom(...spellKinds),
      fc.constantFrom('141124', '141125', '320500', 'JPN'),
      dayNear('2020-04-15', 90),
      fc.integer({ min: 0, max: 90 }),
      fc.boolean(),
    )
    .map(([kind, workplace, startsOn, days, wageProof]) =>
      away(startsOn, addDays(startsOn, days), { kind, workplace, wageProof }),
    ),
  { minLength: 1, maxLength: 4 },
);
const anyRetention: fc.Arbitrary<LineFacts> = fc
  .tuple(retentionSpells, retentionSpells, fc.boolean())
  .map(([claimed, known, agrees]) =>
    retentionFacts(claimed, { record: { spells: asRegistered(agrees ? claimed : known) } }),
  );

type Line = { readonly facts: LineFacts; readonly rules: RuleSet };
const line = <Facts extends LineFacts>(facts: fc.Arbitrary<Facts>, rules: fc.Arbitrary<RuleSet>) =>
  fc.record<Line>({ facts, rules });
const anyLine = {
  TRANSPORT_SUBSIDY: line(anyTransport, anyTransportRules),
  PLACEMENT_SUBSIDY: line(anyPlacement, anyPlacementRules),
  RETENTION_ALLOWANCE: line(anyRetention, fc.constant(rulesWith())),
};
const mostFen = { TRANSPORT_SUBSIDY: 80_000, PLACEMENT_SUBSIDY: 100_000, RETENTION_ALLOWANCE: 100_000 };
const instruments = ['TRANSPORT_SUBSIDY', 'PLACEMENT_SUBSIDY', 'RETENTION_ALLOWANCE'] as const;

const frozen = <Value>(value: Value): Value => {
  if (typeof value !== 'object' || value === null) return value;
  Object.values(value).forEach(frozen);
  return Object.freeze(value);
};

describe.each(instruments)('%s', (instrument) => {
  const holds = (property: (given: Line) => void) =>
    fc.assert(fc.property(anyLine[instrument], property), { numRuns: 200 });

  test('the answer keeps its contract, and its parts add up to its amount', () => {
    holds(({ facts, rules }) => {
      const { amountFen, entitlements } = lineAssessment.parse(assessLine(facts, rules));
      expect(entitlements.reduce((sum, part) => sum + part.amountFen, 0)).toBe(amountFen);
    });
  });

  test('nothing is paid above the notice’s cap, nor on a refusal or a missing figure', () => {
    holds(({ facts, rules }) => {
      const { amountFen, outcome } = assessLine(facts, rules);
      expect(amountFen).toBeLessThanOrEqual(mostFen[instrument]);
      if (outcome === 'REJECT' || outcome === 'NOT_CONFIGURED') expect(amountFen).toBe(0);
    });
  });

  test('the same facts give the same answer to the letter, and are left as they were', () => {
    holds(({ facts, rules }) => {
      const once = JSON.stringify(assessLine(frozen(facts), frozen(rules)));
      expect(JSON.stringify(assessLine(structuredClone(facts), structuredClone(rules)))).toBe(once);
    });
  });

  test('a subject and period that was paid is never paid again', () => {
    holds(({ facts, rules }) => {
      const precedence = '2020-01-01';
      const taken = assessLine(facts, rules).entitlements.map(({ period }) => period);
      const held = taken.map((period) => ({ period, applicationId: 'A20200316-7K3M9QW2ZD', precedence }));
      const again = assessLine({ ...facts, held: [...facts.held, ...held] }, rules);
      expect(again.entitlements.filter(({ period }) => taken.includes(period))).toEqual([]);
    });
  });

  test('a workers’ register that is down neither pays nor refuses by itself', () => {
    holds(({ facts, rules }) => {
      for (const worker of ['UNKNOWN', 'UNAVAILABLE'] as const) {
        if (!('worker' in facts)) throw new Error('a line about an organisation');
        const down = assessLine({ ...facts, worker }, rules);
        expect(down.outcome).not.toBe('APPROVE');
        if (down.outcome === 'REJECT') expect(assessLine(facts, rules).outcome).toBe('REJECT');
      }
    });
  });

  test('every check names the clause, and every reason comes from a check', () => {
    holds(({ facts, rules }) => {
      const { clause, checks, reasons } = assessLine(facts, rules);
      for (const check of checks) expect(check.clause).toBe(clause);
      const given = checks.flatMap(({ reasonCode }) => reasonCode ?? []);
      for (const reason of reasons) if (reason !== 'OK') expect(given).toContain(reason);
    });
  });
});

describe('a roster', () => {
  const people = Object.fromEntries(
    ['W0', 'W1', 'W2', 'W3'].map((name, n) => [
      name,
      {
        idNumber: `14112419850101999${n}`,
        homeCounty: '141124',
        birthDate: '1985-01-01',
        povertyStatus: 'REGISTERED_POOR',
      },
    ]),
  );
  const world = {
    people,
    organisations: {
      A1: { type: 'HR_AGENCY', uscc: 'A', hrLicenceValid: true },
      E1: { type: 'ENTERPRISE', uscc: 'E' },
    },
  };
  const placement = fc.record({
    worker: fc.constantFrom(...Object.keys(people)),
    employer: fc.constant('E1'),
    workplace: fc.constantFrom('141124', '140105', '310115', 'JPN'),
    referralDate: fc.constant('2020-02-03'),
    contractSignedDate: dayNear('2020-06-20', 20),
    contractStart: fc.constant('2020-07-01'),
    contractEnd: fc.constantFrom('2020-12-31', '2020-12-30'),
  });
  /** No two of a worker on one day: there the one that was submitted first wins, and order is what decides. */
  const roster = fc
    .uniqueArray(placement, {
      minLength: 1,
      maxLength: 8,
      selector: ({ worker, contractSignedDate }) => `${worker} ${contractSignedDate}`,
    })
    .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
  const decide = (placements: readonly object[]) =>
    decideCase(
      policyCase.parse({ id: 'R', instrument: 'PLACEMENT_SUBSIDY', facts: { applicant: 'A1', placements } }),
      caseWorld.parse(world),
    );

  test('the order of its lines does not matter', () => {
    fc.assert(
      fc.property(roster, ([list, shuffled]) => {
        const { decision, amountFen, reasons } = decide(list);
        expect(decide(shuffled)).toMatchObject({ decision, amountFen, reasons });
      }),
    );
  });

  test('no worker is paid for twice', () => {
    fc.assert(
      fc.property(roster, ([list]) => {
        const { lines } = decide(list);
        const paid = list.filter((_line, at) => (lines[at]?.amountFen ?? 0) > 0).map(({ worker }) => worker);
        expect(new Set(paid).size).toBe(paid.length);
      }),
    );
  });
});
