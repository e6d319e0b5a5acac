import type { EmploymentSpell, TripSeat, WorkerRecord } from '../../contracts/registers/worker.ts';
import type { TransportFacts } from '../transport-subsidy/facts.ts';
import { isPost } from '../retention-allowance/standing.ts';
import { samePlace, tierOf } from '../tier.ts';
import { knownOf, valuesOfNotice } from './known-facts.ts';
import type { Around, MissingPart, Presume, PresumedClaim } from './presumed-claim.ts';

type Departure = Pick<TransportFacts['claim'], 'departedOn' | 'workplace' | 'organiserKind' | 'tripId'>;

const employerAt = ({ spells }: WorkerRecord, workplace: string): string | undefined =>
  spells.find((spell) => samePlace(spell.workplace, workplace))?.employerName;

const claimOf = (
  worker: WorkerRecord,
  departure: Departure,
  missing: readonly MissingPart[],
  { rulesOn }: Around,
): PresumedClaim => {
  const { departedOn, workplace } = departure;
  const { capFen, mode } = rulesOn(departedOn).values.transport;
  const from = worker.homeDivision;
  const employerName = employerAt(worker, workplace);
  const fare = { mode: 'COACH', travelledOn: departedOn, fareFen: capFen ?? 1, paidBy: 'SELF' } as const;
  return {
    name: `TRANSPORT_SUBSIDY ${departedOn.slice(0, 4)}`,
    facts: {
      instrument: 'TRANSPORT_SUBSIDY',
      claim: {
        ...departure,
        employerName: employerName ?? '未登记',
        legs: [{ ...fare, from, to: workplace }],
      },
      ...knownOf(worker),
    },
    missing,
    supposed: [
      'legs',
      ...(employerName === undefined ? ['employerName'] : []),
      ...(missing.includes('ORGANISER') ? ['organiserKind'] : []),
    ],
    amount: mode === 'FLAT_BY_DESTINATION' ? 'KNOWN' : 'AT_MOST',
  };
};

const bySeat = ({ departsOn, destination, organiserKind, tripId }: TripSeat): Departure => ({
  departedOn: departsOn,
  workplace: destination,
  organiserKind,
  tripId,
});

const isDeparture = ({ kind, workplace }: EmploymentSpell, home: string): boolean =>
  !isPost(kind) && tierOf(home, workplace) !== 'IN_COUNTY';

/**
 * 交通补助 from the manifests: a seat that was not free of charge. Who works elsewhere and is on no manifest may have
 * been organised all the same, so they are asked about. Once a year, by the first departure.
 */
export const presumeTransport: Presume = (worker, around) => {
  const year = valuesOfNotice(around).window.start.slice(0, 4);
  const inYear = (day: string): boolean => day.startsWith(year);
  const seats = worker.seats.filter(({ departsOn }) => inYear(departsOn));
  if (seats.length > 0) {
    const [seat] = seats
      .filter(({ freeOfCharge }) => !freeOfCharge)
      .sort((a, b) => (a.departsOn < b.departsOn ? -1 : 1));
    return seat ? [claimOf(worker, bySeat(seat), ['FARE'], around)] : [];
  }
  const [spell] = worker.spells
    .filter((one) => inYear(one.startsOn) && isDeparture(one, worker.homeDivision))
    .sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  if (spell === undefined) return [];
  const { startsOn: departedOn, workplace } = spell;
  const departure: Departure = { departedOn, workplace, organiserKind: 'VILLAGE' };
  return [claimOf(worker, departure, ['FARE', 'ORGANISER'], around)];
};
