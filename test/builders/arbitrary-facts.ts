import fc from 'fast-check';
import { legModes, legPayers } from '../../functions/rules/transport-subsidy/claim.ts';
import { organiserKinds, spellKinds } from '../../functions/contracts/work.ts';
import {
  povertyStatuses,
  workCapacities,
  type WorkerRecord,
} from '../../functions/contracts/registers/worker.ts';
import {
  organisationTypes,
  type OrganisationRecord,
} from '../../functions/contracts/registers/organisation.ts';
import type { HeldEntitlement, RuleSet } from '../../functions/rules/facts.ts';
import type { PlacementFacts } from '../../functions/rules/placement-subsidy/facts.ts';
import type { TransportFacts } from '../../functions/rules/transport-subsidy/facts.ts';
import { addDays } from '../../functions/rules/calendar/days.ts';
import { aSeat, aSpell } from './claims.ts';
import { anOrganisation, aWorkerRecord, placementFacts, rulesWith, transportFacts } from './facts.ts';

/*
 * Facts as they may come, mostly clear, so that the approving branches are reached as often as the refusing ones.
 * Few days, places and names, so that they meet.
 */

const mostly = <Fact>(usual: Fact, others: fc.Arbitrary<Fact>): fc.Arbitrary<Fact> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, others);
const maybe = <Fact>(fact: fc.Arbitrary<Fact>) => fc.option(fact, { nil: undefined });

export const dayNear = (date: string, within: number): fc.Arbitrary<string> =>
  fc.integer({ min: -within, max: within }).map((days) => addDays(date, days));
const place = fc.constantFrom('141124', '141125', '141100', '140105', '320500', '320583', '110105', 'JPN');
const mainland = fc.constantFrom('141124', '141125', '140105', '320500', '320583', '110105');

const leg = fc.record({
  mode: fc.constantFrom(...legModes),
  from: mostly('141124', mainland),
  to: mostly('320500', place),
  travelledOn: dayNear('2020-03-12', 9),
  fareFen: fc.oneof(fc.constantFrom(0, 1, 79_999, 80_000, 80_001), fc.integer({ min: 0, max: 100_000 })),
  paidBy: mostly('SELF' as const, fc.constantFrom(...legPayers)),
});
export const legs = fc.array(leg, { minLength: 1, maxLength: 5 });

const seats: fc.Arbitrary<WorkerRecord['seats']> = fc.uniqueArray(
  fc
    .record({
      tripId: fc.constantFrom('T-1', 'T-2', 'T-3'),
      organiserKind: fc.constantFrom(...organiserKinds),
      departsOn: mostly('2020-03-12', dayNear('2020-03-12', 9)),
      destination: mostly('320500', place),
      freeOfCharge: mostly(false, fc.boolean()),
    })
    .map((seat) => aSeat(seat)),
  { maxLength: 3, selector: ({ tripId }) => tripId },
);

const spells: fc.Arbitrary<WorkerRecord['spells']> = fc
  .array(
    fc.record({
      kind: mostly('LOCAL_ENTERPRISE' as const, fc.constantFrom(...spellKinds)),
      employerCode: mostly('91141124MA0TEEE15W', fc.constant('91140106MA0TAAA25W')),
      workplace: mostly('141124', place),
      startsOn: mostly('2020-04-08', dayNear('2020-04-08', 40)),
      lasts: maybe(fc.integer({ min: 0, max: 60 })),
    }),
    { maxLength: 3 },
  )
  .map((list) =>
    list.map(({ lasts, ...spell }, at) =>
      aSpell({
        ...spell,
        spellId: `S-${at}`,
        ...(lasts !== undefined && { endsOn: addDays(spell.startsOn, lasts) }),
      }),
    ),
  );

export const knownWorker: fc.Arbitrary<WorkerRecord> = fc
  .record({
    birthDate: mostly('1985-06-12', dayNear('2004-03-20', 30)),
    homeDivision: mostly('141124', mainland),
    povertyStatuses: mostly<WorkerRecord['povertyStatuses']>(
      [{ status: 'REGISTERED_POOR', startsOn: '2014-01-01' }],
      fc.array(
        fc.record({ status: fc.constantFrom(...povertyStatuses), startsOn: dayNear('2020-03-20', 40) }),
        { maxLength: 2 },
      ),
    ),
    workCapacity: mostly('ABLE' as const, fc.constantFrom(...workCapacities)),
    seats,
    spells,
  })
  .map((record) => aWorkerRecord(record));

const silent = fc.constantFrom('UNKNOWN' as const, 'UNAVAILABLE' as const);
const division = maybe(mostly('141124', fc.constantFrom('141125', '140105')));

const heldOf = (period: fc.Arbitrary<string>): fc.Arbitrary<HeldEntitlement[]> =>
  mostly<HeldEntitlement[]>(
    [],
    fc
      .record({ period, precedence: maybe(dayNear('2020-04-08', 3)) })
      .map(({ period: of, precedence }) => [
        { period: of, applicationId: 'A20200316-7K3M9QW2ZD', ...(precedence && { precedence }) },
      ]),
  );

export const anyTransport: fc.Arbitrary<TransportFacts> = fc
  .record({
    claim: fc.record({
      departedOn: mostly('2020-03-12', dayNear('2020-03-12', 9)),
      workplace: mostly('320500', place),
      organiserKind: fc.constantFrom(...organiserKinds),
      tripId: maybe(fc.constantFrom('T-1', 'T-2')),
      legs,
    }),
    beside: fc.record({
      worker: fc.oneof({ weight: 5, arbitrary: knownWorker }, silent),
      held: heldOf(fc.constantFrom('2020', '2019')),
      division,
      payeeIsWorker: maybe(mostly(true, fc.boolean())),
    }),
  })
  .map(({ claim, beside }) => transportFacts(claim, beside));

const fenOrNone = (most: number) => fc.option(fc.integer({ min: 0, max: most }), { nil: null });

export const anyTransportRules: fc.Arbitrary<RuleSet> = fc
  .record({
    capFen: mostly<number | null>(80_000, fenOrNone(80_000)),
    mode: fc.constantFrom('ACTUAL_FARE_CAPPED', 'ACTUAL_FARE_CAPPED', 'FLAT_BY_DESTINATION', null),
    scope: fc.constantFrom('OUTSIDE_HOME_COUNTY', 'OUTSIDE_PROVINCE'),
    requireOrganised: fc.boolean(),
    flatFen: fc.option(fc.record({ IN_PROVINCE: fenOrNone(150_000), OUT_OF_PROVINCE: fenOrNone(150_000) }), {
      nil: null,
    }),
  })
  .map((transport) => rulesWith({ transport }));

const knownOrganisation: fc.Arbitrary<OrganisationRecord> = fc
  .record({
    organisationId: fc.constantFrom('91140106MA0TAAA172', '91141124MA0TEEE15W'),
    type: mostly('HR_AGENCY' as const, fc.constantFrom(...organisationTypes)),
    ownerGroup: maybe(fc.constantFrom('G-1', 'G-2')),
    licences: mostly<OrganisationRecord['licences']>(
      [{ kind: 'HR_SERVICE', number: 'L-1', startsOn: '2018-01-01' }],
      dayNear('2020-04-01', 5).chain((startsOn) =>
        fc.constantFrom([], [{ kind: 'HR_SERVICE' as const, number: 'L-1', startsOn }]),
      ),
    ),
  })
  .map(({ licences, ownerGroup, ...organisation }) =>
    anOrganisation({ ...organisation, ...(ownerGroup && { ownerGroup }), licences }),
  );
const organisation = fc.oneof({ weight: 5, arbitrary: knownOrganisation }, silent);

const contract = fc
  .record({
    type: mostly('FIXED_TERM' as const, fc.constantFrom('OPEN_ENDED', 'TASK_BASED')),
    signedOn: mostly('2020-04-08', fc.oneof(dayNear('2020-02-01', 2), dayNear('2020-06-30', 2))),
    startsOn: mostly('2020-04-08', dayNear('2020-04-08', 10)),
    lasts: mostly(365, fc.integer({ min: 0, max: 200 })),
  })
  .map(({ lasts, ...terms }) => ({ number: 'HT', ...terms, endsOn: addDays(terms.startsOn, lasts) }));

export const anyPlacement: fc.Arbitrary<PlacementFacts> = fc
  .record({
    claim: fc.record({
      referredOn: mostly('2020-04-01', fc.oneof(dayNear('2020-02-01', 2), dayNear('2020-06-30', 2))),
      workplace: mostly('141124', place),
      contract,
    }),
    beside: fc.record({
      worker: fc.oneof({ weight: 5, arbitrary: knownWorker }, silent),
      applicant: organisation,
      employer: organisation,
      held: heldOf(fc.constant('ONCE')),
      division,
    }),
  })
  .map(({ claim, beside }) => placementFacts(claim, beside));

export const anyPlacementRules: fc.Arbitrary<RuleSet> = fc
  .record({
    tierFen: fc.record({
      IN_COUNTY: mostly<number | null>(50_000, fenOrNone(50_000)),
      IN_PROVINCE: mostly<number | null>(80_000, fenOrNone(80_000)),
      OUT_OF_PROVINCE: mostly<number | null>(100_000, fenOrNone(100_000)),
    }),
    minContractMonths: fc.constantFrom(6, 6, 12, 0, null),
    targetGroup: fc.constantFrom('REGISTERED_POOR', 'ALL_WORKERS'),
    requireHrLicence: fc.boolean(),
  })
  .map((placement) => rulesWith({ placement }));
