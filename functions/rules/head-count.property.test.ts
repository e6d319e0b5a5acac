import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyRoster } from '../../test/builders/arbitrary-roster.ts';
import { baseFacts, recognitionRules, workshopFacts } from '../../test/builders/recognitions.ts';
import { lineAssessment } from '../contracts/assessment.ts';
import type { WorkerRecord } from '../contracts/registers/worker.ts';
import { baseAwardFacts } from './base-award/facts.ts';
import { assessBase } from './base-award/index.ts';
import type { RosterMember } from './facts.ts';
import { workshopFacts as workshopFactsShape } from './workshop-recognition/facts.ts';
import { assessWorkshop } from './workshop-recognition/index.ts';

/** Ten are asked for by both, so that rosters of this size meet the edge. */
const rules = recognitionRules({ base: { minPoorWorkers: 10 } });

const assessed = (roster: readonly RosterMember[]) => {
  const facts = { roster: [...roster] };
  return [assessWorkshop(workshopFacts(facts), rules), assessBase(baseFacts(facts), rules)] as const;
};

/** What is decided, without how it is explained (a roster's order is in the places it names). */
const decided = (roster: readonly RosterMember[]) =>
  assessed(roster).map(({ outcome, amountFen, reasons, entitlements }) => ({
    outcome,
    amountFen,
    reasons,
    entitlements,
  }));

const holds = (property: (roster: RosterMember[]) => void) =>
  fc.assert(fc.property(anyRoster, property), { numRuns: 100 });

const here = '91141124MA0TEEE15W';

const isPoorWorker = ({ workCapacity, birthDate, povertyStatuses }: WorkerRecord): boolean =>
  ['ABLE', 'PARTIAL'].includes(workCapacity) && birthDate <= '2004-06-15' && povertyStatuses.length > 0;

const worksHere = ({ spells, wages }: WorkerRecord): boolean =>
  spells.some(({ employerCode }) => employerCode === 'OTHER')
    ? wages.some(({ employerCode }) => employerCode === here)
    : spells.some(({ employerCode }) => employerCode === here);

/** The rule read out as an officer would tick names off a list. */
const ticked = (roster: readonly RosterMember[]): number => {
  const names = new Set<string>();
  for (const { subject, startsOn, endsOn = '9999-12-31', worker } of roster) {
    if (typeof worker === 'string' || startsOn > '2020-06-15' || endsOn < '2020-06-15') continue;
    if (isPoorWorker(worker) && worksHere(worker)) names.add(subject);
  }
  return names.size;
};

test('approved exactly where ten names can be ticked off, and never above the award', () => {
  holds((roster) => {
    for (const { outcome, amountFen } of decided(roster)) {
      expect(outcome === 'APPROVE').toBe(ticked(roster) >= 10);
      expect(amountFen).toBeLessThanOrEqual(10_000_000);
      if (outcome === 'REJECT') expect(amountFen).toBe(0);
    }
  });
});

test('the order of the roster changes nothing, nor does naming somebody twice', () => {
  holds((roster) => {
    expect(decided(roster.toReversed())).toEqual(decided(roster));
    expect(decided([...roster, ...roster])).toEqual(decided(roster));
  });
});

test('one more on the roster never turns an approval into less', () => {
  holds((roster) => {
    const [without, withAll] = [decided(roster.slice(1)), decided(roster)];
    without.forEach(({ outcome }, at) => {
      if (outcome === 'APPROVE') expect(withAll[at]?.outcome).toBe('APPROVE');
      if (outcome === 'REVIEW') expect(withAll[at]?.outcome).not.toBe('REJECT');
    });
  });
});

test('a register that is down refuses nobody who would be recognised', () => {
  holds((roster) => {
    const down = roster.map((member) => ({ ...member, worker: 'UNAVAILABLE' as const }));
    const [before, after] = [decided(roster), decided(down)];
    after.forEach(({ outcome }, at) => {
      expect(outcome).not.toBe('APPROVE');
      if (outcome === 'REJECT') expect(before[at]?.outcome).toBe('REJECT');
    });
  });
});

test('what has nothing to do with it changes nothing', () => {
  holds((roster) => {
    const others = [{ instrument: 'RETENTION_ALLOWANCE', period: '2020-03', applicationId: 'A1' }];
    const signed = { roster, others };
    expect(assessWorkshop(workshopFacts(signed), rules)).toEqual(
      assessWorkshop(workshopFacts({ roster }), rules),
    );
    expect(assessBase(baseFacts(signed), rules)).toEqual(assessBase(baseFacts({ roster }), rules));
  });
});

test('facts that were written down and read again decide the same, to the letter', () => {
  holds((roster) => {
    const [workshop, base] = assessed(roster);
    const again = (facts: object): unknown => JSON.parse(JSON.stringify(facts));
    const workshopAgain = workshopFactsShape.parse(again(workshopFacts({ roster })));
    const baseAgain = baseAwardFacts.parse(again(baseFacts({ roster })));
    expect(JSON.stringify(assessWorkshop(workshopAgain, rules))).toBe(JSON.stringify(workshop));
    expect(JSON.stringify(assessBase(baseAgain, rules))).toBe(JSON.stringify(base));
    lineAssessment.parse(workshop);
  });
});

test('an award or a recognition that somebody holds is never given again', () => {
  holds((roster) => {
    const held = [{ period: 'ONCE', applicationId: 'A20200316-7K3M9QW2ZD' }];
    for (const answer of [
      assessWorkshop(workshopFacts({ roster, held }), rules),
      assessBase(baseFacts({ roster, held }), rules),
    ])
      expect(answer).toMatchObject({ outcome: 'REJECT', amountFen: 0, entitlements: [] });
  });
});
