import type { Leg } from './claim.ts';
import { homeOf } from '../facts.ts';
import type { TransportFacts } from './facts.ts';
import { samePlace } from '../tier.ts';
import { seatOf } from './organised.ts';

/** Why a leg is paid back, or is not. */
export type LegStanding = 'PAYABLE' | 'PAID_BY_OTHERS' | 'FREE_SEAT' | 'RETURN';

/** Back in the home county, or away from the workplace: the source pays one way (POLICY 3.1 d). */
const isReturn = ({ from, to }: Leg, { claim: { workplace } }: TransportFacts, home: string | undefined) => {
  if (from === home) return false;
  return (to === home && home !== workplace) || (samePlace(from, workplace) && !samePlace(to, workplace));
};

/** The leg that ends where the free seat went; a bus within that place is another leg. */
const hasFreeSeat = ({ from, to }: Leg, free: string | undefined, home: string | undefined): boolean =>
  free !== undefined && samePlace(to, free) && (from === home || !samePlace(from, free));

const standingOf = (leg: Leg, facts: TransportFacts, home: string | undefined, free: string | undefined) => {
  if (isReturn(leg, facts, home)) return 'RETURN';
  if (leg.paidBy !== 'SELF') return 'PAID_BY_OTHERS';
  return hasFreeSeat(leg, free, home) ? 'FREE_SEAT' : 'PAYABLE';
};

/** Every leg of the claim with its standing: one way only, paid by the worker, not a seat that was free anyway. */
export const legStandings = (facts: TransportFacts): { leg: Leg; standing: LegStanding }[] => {
  const home = homeOf(facts);
  const seat = seatOf(facts);
  const free = seat?.freeOfCharge === true ? seat.destination : undefined;
  return facts.claim.legs.map((leg) => ({ leg, standing: standingOf(leg, facts, home, free) }));
};

/** What the worker paid for going out, in fen. */
export const selfPaidFen = (facts: TransportFacts): number =>
  legStandings(facts).reduce((sum, { leg, standing }) => sum + (standing === 'PAYABLE' ? leg.fareFen : 0), 0);
