import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyTransport, anyTransportRules, knownWorker } from '../../../test/builders/arbitrary-facts.ts';
import { aSeat, aSpell } from '../../../test/builders/claims.ts';
import type { LineAssessment } from '../../contracts/assessment.ts';
import { isKnown } from '../facts.ts';
import type { TransportFacts } from './facts.ts';
import { assessTransport } from './index.ts';

const gist = ({ outcome, amountFen, reasons }: LineAssessment) => ({ outcome, amountFen, reasons });
const withLegs = (facts: TransportFacts, legs: TransportFacts['claim']['legs']): TransportFacts => ({
  ...facts,
  claim: { ...facts.claim, legs },
});

test('never more than the cap, nor, by actual fare, than the worker paid', () => {
  fc.assert(
    fc.property(anyTransport, anyTransportRules, (facts, rules) => {
      const { amountFen } = assessTransport(facts, rules);
      const { capFen, mode } = rules.values.transport;
      expect(amountFen).toBeLessThanOrEqual(capFen ?? 0);
      const own = facts.claim.legs.filter(({ paidBy }) => paidBy === 'SELF');
      const spent = own.reduce((sum, { fareFen }) => sum + fareFen, 0);
      if (mode === 'ACTUAL_FARE_CAPPED' || spent === 0) expect(amountFen).toBeLessThanOrEqual(spent);
    }),
  );
});

test('the order of the tickets and of the trip lists does not matter', () => {
  const shuffled = anyTransport.chain((facts) => {
    const known = isKnown(facts.worker) ? facts.worker : undefined;
    return fc
      .tuple(
        fc.shuffledSubarray(facts.claim.legs, { minLength: facts.claim.legs.length }),
        fc.shuffledSubarray(known?.seats ?? [], { minLength: known?.seats.length ?? 0 }),
      )
      .map(([legs, seats]) => {
        const other = withLegs(facts, legs);
        return [facts, known ? { ...other, worker: { ...known, seats } } : other] as const;
      });
  });
  fc.assert(
    fc.property(shuffled, anyTransportRules, ([facts, other], rules) => {
      expect(assessTransport(other, rules)).toEqual(assessTransport(facts, rules));
    }),
  );
});

test('a fare split over two tickets of the same way comes to the same', () => {
  fc.assert(
    fc.property(anyTransport, anyTransportRules, fc.nat(), (facts, rules, at) => {
      const [first, ...others] = facts.claim.legs;
      if (first === undefined) return;
      const part = first.fareFen === 0 ? 0 : at % (first.fareFen + 1);
      const halves = [part, first.fareFen - part].map((fareFen) => ({ ...first, fareFen }));
      expect(gist(assessTransport(withLegs(facts, [...halves, ...others]), rules))).toEqual(
        gist(assessTransport(facts, rules)),
      );
    }),
  );
});

test('a year that was earned is never earned again', () => {
  fc.assert(
    fc.property(anyTransport, anyTransportRules, (facts, rules) => {
      const earned = assessTransport(facts, rules).entitlements.map(({ period }) => period);
      const held = earned.map((period) => ({ period, applicationId: 'A20200316-7K3M9QW2ZD' }));
      const again = assessTransport({ ...facts, held: [...facts.held, ...held] }, rules);
      expect(again.entitlements.filter(({ period }) => earned.includes(period))).toEqual([]);
      if (earned.length > 0) expect(again.reasons).toContain('DUPLICATE');
    }),
  );
});

test('a register that is down refuses nothing that its record would have let pass', () => {
  const silent = fc.constantFrom('UNKNOWN' as const, 'UNAVAILABLE' as const);
  fc.assert(
    fc.property(anyTransport, anyTransportRules, knownWorker, silent, (facts, rules, worker, down) => {
      const without = assessTransport({ ...facts, worker: down }, rules).outcome;
      expect(without).not.toBe('APPROVE');
      if (without === 'REJECT') expect(assessTransport({ ...facts, worker }, rules).outcome).toBe('REJECT');
    }),
    { numRuns: 500 },
  );
});

test('facts about other days, trips and years change nothing', () => {
  const elsewhere = aSeat({
    tripId: 'T-77',
    departsOn: '2020-09-01',
    destination: '110105',
    freeOfCharge: true,
  });
  const formerPost = aSpell({ kind: 'PUBLIC_WELFARE_POST', startsOn: '2019-01-01', endsOn: '2019-12-31' });
  fc.assert(
    fc.property(anyTransport, anyTransportRules, (facts, rules) => {
      const { worker } = facts;
      const more: TransportFacts = {
        ...facts,
        held: [{ period: '2018', applicationId: 'A20180316-7K3M9QW2ZD' }, ...facts.held],
        worker: isKnown(worker)
          ? { ...worker, seats: [elsewhere, ...worker.seats], spells: [formerPost, ...worker.spells] }
          : worker,
      };
      expect(assessTransport(more, rules)).toEqual(assessTransport(facts, rules));
    }),
  );
});
