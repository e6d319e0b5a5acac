import fc from 'fast-check';
import { workCapacities } from '../../functions/contracts/registers/worker.ts';
import type { RosterMember } from '../../functions/rules/facts.ts';
import { dayNear } from './arbitrary-facts.ts';
import { aSpell } from './claims.ts';
import { aMember, enterprise } from './recognitions.ts';

const mostly = <Fact>(usual: Fact, others: fc.Arbitrary<Fact>): fc.Arbitrary<Fact> =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(usual) }, others);
const near = dayNear('2020-06-15', 3);
const source = { register: 'TEST', asOf: '2020-06-01', version: 1 };

/** Somebody on a roster of few people, as the registers may have them; most count. */
const anyMember: fc.Arbitrary<RosterMember> = fc
  .record({
    n: fc.integer({ min: 1, max: 16 }),
    birthDate: mostly('1985-06-12', fc.constantFrom('2004-06-15', '2004-06-16')),
    workCapacity: mostly('ABLE' as const, fc.constantFrom(...workCapacities)),
    poor: mostly(true, fc.boolean()),
    homeDivision: mostly('141124', fc.constant('140223')),
    employers: mostly<readonly string[]>([enterprise], fc.constantFrom([], ['OTHER'], [enterprise, 'OTHER'])),
    payers: mostly<readonly string[]>([], fc.constantFrom([enterprise], ['OTHER'])),
    known: mostly(true, fc.boolean()),
    startsOn: mostly('2020-01-06', near),
    endsOn: mostly<string | undefined>(undefined, near),
  })
  .map(({ n, poor, employers, payers, known, startsOn, endsOn, ...record }) =>
    aMember(
      n,
      {
        ...record,
        povertyStatuses: poor ? [{ status: 'REGISTERED_POOR', startsOn: '2014-01-01' }] : [],
        spells: employers.map((employerCode, at) =>
          aSpell({ spellId: `S-${at}`, employerCode, startsOn: '2020-01-06' }),
        ),
        wages: payers.map((employerCode) => ({
          month: '2020-05',
          employerCode,
          paidFen: 200_000,
          paidOn: '2020-06-05',
          source,
        })),
      },
      {
        startsOn,
        ...(endsOn !== undefined && endsOn >= startsOn && { endsOn }),
        ...(!known && { worker: 'UNKNOWN' as const }),
      },
    ),
  );

export const anyRoster = fc.array(anyMember, { maxLength: 24 });
