import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyPlacement, anyPlacementRules, knownWorker } from '../../../test/builders/arbitrary-facts.ts';
import { aSeat, aSpell } from '../../../test/builders/claims.ts';
import type { LineAssessment } from '../../contracts/assessment.ts';
import { addDays } from '../calendar/days.ts';
import { isKnown } from '../facts.ts';
import type { PlacementFacts } from './facts.ts';
import { assessPlacement } from './index.ts';

const gist = ({ outcome, amountFen, reasons }: LineAssessment) => ({ outcome, amountFen, reasons });
const silent = fc.constantFrom('UNKNOWN' as const, 'UNAVAILABLE' as const);

test('one of the three sums or nothing, and never more than the highest', () => {
  fc.assert(
    fc.property(anyPlacement, anyPlacementRules, (facts, rules) => {
      const { amountFen, entitlements } = assessPlacement(facts, rules);
      const sums = Object.values(rules.values.placement.tierFen);
      expect([0, ...sums]).toContain(amountFen);
      expect(amountFen).toBeLessThanOrEqual(100_000);
      expect(entitlements.length).toBeLessThanOrEqual(1);
    }),
  );
});

test('the order of the employment register does not matter', () => {
  fc.assert(
    fc.property(anyPlacement, anyPlacementRules, (facts, rules) => {
      const { worker } = facts;
      if (!isKnown(worker)) return;
      const other = { ...facts, worker: { ...worker, spells: worker.spells.toReversed() } };
      expect(gist(assessPlacement(other, rules))).toEqual(gist(assessPlacement(facts, rules)));
    }),
    { numRuns: 500 },
  );
});

test('a worker who was paid for is never paid for again', () => {
  fc.assert(
    fc.property(anyPlacement, anyPlacementRules, (facts, rules) => {
      if (assessPlacement(facts, rules).entitlements.length === 0) return;
      const precedence = facts.claim.contract.signedOn;
      const held = [{ period: 'ONCE', applicationId: 'A20200316-7K3M9QW2ZD', precedence }];
      expect(assessPlacement({ ...facts, held }, rules)).toMatchObject({
        outcome: 'REJECT',
        entitlements: [],
      });
    }),
  );
});

test.each(['worker', 'applicant', 'employer'] as const)(
  'a register of the %s that is down refuses nothing that its record would have let pass',
  (which) => {
    const others = fc.record({ worker: knownWorker, ask: silent, other: anyPlacement });
    fc.assert(
      fc.property(anyPlacement, anyPlacementRules, others, (facts, rules, { worker, ask, other }) => {
        const down = assessPlacement({ ...facts, [which]: ask }, rules).outcome;
        if (which !== 'employer') expect(down).not.toBe('APPROVE');
        const record = which === 'worker' ? worker : other[which];
        if (down === 'REJECT')
          expect(assessPlacement({ ...facts, [which]: record }, rules).outcome).toBe('REJECT');
      }),
      { numRuns: 300 },
    );
  },
);

test('a contract that runs longer is never worse', () => {
  const rank = { REJECT: 0, REVIEW: 1, NOT_CONFIGURED: 1, APPROVE: 2 };
  fc.assert(
    fc.property(anyPlacement, anyPlacementRules, fc.nat(400), (facts, rules, days) => {
      const { contract } = facts.claim;
      if (contract.endsOn === undefined) return;
      const longer = { ...contract, endsOn: addDays(contract.endsOn, days) };
      const after = assessPlacement({ ...facts, claim: { ...facts.claim, contract: longer } }, rules);
      expect(rank[after.outcome]).toBeGreaterThanOrEqual(rank[assessPlacement(facts, rules).outcome]);
    }),
  );
});

test('other jobs, trips and months change nothing', () => {
  const elsewhere = aSpell({
    spellId: 'S-99',
    employerCode: '91140106MA0TAAA99X',
    kind: 'PUBLIC_WELFARE_POST',
  });
  fc.assert(
    fc.property(anyPlacement, anyPlacementRules, (facts, rules) => {
      const { worker } = facts;
      const more: PlacementFacts = {
        ...facts,
        held: [{ period: '2020-03', applicationId: 'A20200316-7K3M9QW2ZD' }, ...facts.held],
        payeeIsWorker: false,
        worker: isKnown(worker)
          ? { ...worker, spells: [elsewhere, ...worker.spells], seats: [aSeat({ tripId: 'T-77' })] }
          : worker,
      };
      expect(assessPlacement(more, rules)).toEqual(assessPlacement(facts, rules));
    }),
  );
});
