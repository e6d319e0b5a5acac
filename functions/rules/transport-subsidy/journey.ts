import type { IsoDate } from '../../contracts/scalars.ts';
import { daysInclusive } from '../calendar/days.ts';
import { caveat, claimed, pass, type Finding } from '../check.ts';
import type { TransportFacts } from './facts.ts';
import { legStandings } from './legs.ts';

/** A journey may be broken for some days; a ticket further from the departure belongs to another journey. */
const longestJourneyDays = 7;

const daysApart = (from: IsoDate, to: IsoDate): number => Math.abs(daysInclusive(from, to) - 1);

/**
 * One way, once: every ticket of the way out belongs to the departure that is claimed (POLICY 3.1, 一次性). When the
 * worker came back does not matter: that ticket is not paid (POLICY 3.1 d).
 */
export const oneJourney = (facts: TransportFacts): Finding => {
  const { departedOn } = facts.claim;
  const days = legStandings(facts)
    .flatMap(({ leg, standing }) => (standing === 'RETURN' ? [] : leg.travelledOn))
    .sort();
  const first = days[0] ?? departedOn;
  const last = days.at(-1) ?? departedOn;
  const inputs = [
    claimed('departedOn', departedOn),
    claimed('firstTicketOn', first),
    claimed('lastTicketOn', last),
  ];
  return daysApart(departedOn, first) <= longestJourneyDays &&
    daysApart(departedOn, last) <= longestJourneyDays
    ? pass('车票日期与出发日期相符。', 'The tickets belong to this departure.', { inputs })
    : caveat(
        'PROOF_MISSING',
        `车票日期为 ${first} 至 ${last}，与出发日期 ${departedOn} 不符，由工作人员核实是否同一次外出。`,
        `The tickets are of ${first} to ${last}, the departure of ${departedOn}; an officer looks whether it was one journey.`,
        { inputs },
      );
};
