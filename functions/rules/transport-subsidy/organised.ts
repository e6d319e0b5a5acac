import type { TripSeat } from '../../contracts/registers/worker.ts';
import { daysInclusive } from '../calendar/days.ts';
import { caveat, claimed, fail, pass, registered, unavailable, used, type Finding } from '../check.ts';
import { isKnown, type RuleSet } from '../facts.ts';
import type { TransportFacts } from './facts.ts';
import { samePlace } from '../tier.ts';

/** A trip that left a few days before or after the claimed day, to the claimed place, is taken for the one meant. */
const nearbyDays = 7;

const agrees = (seat: TripSeat, { claim }: TransportFacts): boolean =>
  seat.departsOn === claim.departedOn && samePlace(seat.destination, claim.workplace);

const isMeant = (seat: TripSeat, { claim }: TransportFacts): boolean => {
  if (claim.tripId !== undefined) return seat.tripId === claim.tripId;
  if (seat.departsOn === claim.departedOn) return true;
  const apart = Math.abs(daysInclusive(seat.departsOn, claim.departedOn) - 1);
  return apart <= nearbyDays && samePlace(seat.destination, claim.workplace);
};

/** The seat the claim means: of the trip it names, otherwise of a trip on the day of departure or close to it. */
export const seatOf = (facts: TransportFacts): TripSeat | undefined => {
  if (!isKnown(facts.worker)) return undefined;
  const meant = facts.worker.seats.filter((seat) => isMeant(seat, facts));
  if (meant.length < 2) return meant[0];
  const [first] = meant.sort((a, b) => (a.tripId < b.tripId ? -1 : 1));
  return meant.find((seat) => agrees(seat, facts)) ?? first;
};

const withSeat = (seat: TripSeat, facts: TransportFacts): Finding => {
  const { departedOn, workplace } = facts.claim;
  const inputs = [
    registered('trip', seat.tripId, seat.source),
    registered('departsOn', seat.departsOn, seat.source),
    registered('destination', seat.destination, seat.source),
    claimed('departedOn', departedOn),
    claimed('workplace', workplace),
  ];
  return agrees(seat, facts)
    ? pass(`在有组织输出批次 ${seat.tripId} 的名单中。`, `On the list of organised trip ${seat.tripId}.`, {
        inputs,
      })
    : caveat(
        'REGISTER_DIFFERS',
        `批次 ${seat.tripId} 登记为 ${seat.departsOn} 前往 ${seat.destination}，申报为 ${departedOn} 前往 ${workplace}，由工作人员核实。`,
        `Trip ${seat.tripId} went to ${seat.destination} on ${seat.departsOn}; the claim says ${workplace} on ${departedOn}. An officer looks.`,
        { inputs },
      );
};

/** A list may name a worker who says they left alone, so without the lists nobody is refused. */
const noList = (rest: Pick<Finding, 'inputs' | 'values'>): Finding =>
  unavailable(
    'REGISTER_DOES_NOT_KNOW',
    '登记数据中没有此人，无从查对输出批次名单，由工作人员核实是否有组织外出。',
    'Without the worker’s record the trip lists cannot be compared; an officer checks who organised the departure.',
    rest,
  );

/**
 * 有组织: on the manifest of a registered trip. Somebody else's word that it was organised is for a person to check;
 * a worker who says that nobody organised it is outside the clause.
 */
export const organised = (facts: TransportFacts, rules: RuleSet): Finding => {
  const required = rules.values.transport.requireOrganised;
  const values = [used(rules, 'transport.requireOrganised', required)];
  if (!required)
    return pass('本县不要求有组织外出。', 'The county does not ask for an organised departure.', { values });
  const inputs = [claimed('organiserKind', facts.claim.organiserKind)];
  if (!isKnown(facts.worker)) return noList({ inputs, values });
  const seat = seatOf(facts);
  if (seat) return withSeat(seat, facts);
  if (facts.claim.organiserKind === 'NONE')
    return fail(
      'NOT_ORGANISED',
      '自行外出，不属有组织外出务工。',
      'The worker left alone; the clause pays for organised departures.',
      { inputs, values },
    );
  return unavailable(
    'REGISTER_DOES_NOT_KNOW',
    '输出批次名单中没有查到此人，由工作人员核实是否有组织外出。',
    'No trip list names this worker; an officer checks who organised the departure.',
    { inputs, values },
  );
};
