import type { RuleSet } from '../../../functions/rules/facts.ts';
import type { TransportFacts } from '../../../functions/rules/transport-subsidy/facts.ts';
import { dayOf, lies } from '../almanac.ts';
import { combinationRow, isShared, meets, riskRow } from '../combinations.ts';
import type { Part, Row } from '../decision-table.ts';
import { smallest } from '../figures.ts';
import { homeIn, type Person, personOn, personRows } from '../person.ts';
import { mayBeSame, type Reach, reachOf } from '../places.ts';

type Leg = TransportFacts['claim']['legs'][number];

/** What the table asks about one journey, in the order of POLICY 3.1. */
export type Sheet = {
  readonly person: Person;
  readonly reach: Reach;
  readonly homeKnown: boolean;
  readonly scope: string;
  readonly organised: 'LISTED' | 'NOT_NEEDED' | 'SAID_NOBODY' | 'LISTED_OTHERWISE' | 'NOT_KNOWN';
  readonly spent: number;
  /** Whether any ticket was the worker's own; which way it went, nobody can tell without a home. */
  readonly ownTicket: boolean;
  readonly far: boolean;
  readonly sum: number | 'UNSET';
  readonly cap: number | 'UNSET';
  readonly paidTwice: boolean;
  readonly stillInPost: boolean;
  readonly otherPayee: boolean;
  readonly excluded: boolean;
  readonly risky: boolean;
};

const daysThatFit = 7;

/** The seat on the trip that the claim names. */
const seatOf = ({ worker, claim }: TransportFacts) =>
  typeof worker === 'string' ? undefined : worker.seats.find(({ tripId }) => tripId === claim.tripId);

const organisedBy = (facts: TransportFacts, { values }: RuleSet): Sheet['organised'] => {
  if (!values.transport.requireOrganised) return 'NOT_NEEDED';
  if (typeof facts.worker === 'string') return 'NOT_KNOWN';
  const seat = seatOf(facts);
  const { departedOn, workplace, organiserKind } = facts.claim;
  if (seat === undefined) return organiserKind === 'NONE' ? 'SAID_NOBODY' : 'NOT_KNOWN';
  const fits = seat.departsOn === departedOn && mayBeSame(seat.destination, workplace);
  return fits ? 'LISTED' : 'LISTED_OTHERWISE';
};

const leaves = (from: string, to: string, place: string): boolean =>
  mayBeSame(from, place) && !mayBeSame(to, place);

/** 3.1(d): one way only; what leaves the workplace or ends at home is the way back. */
const isWayOut = ({ from, to }: Leg, home: string | undefined, workplace: string): boolean =>
  from === home || !((to === home && home !== workplace) || leaves(from, to, workplace));

/** 3.1, not together with a free seat for the same leg: the one that goes where the seat went. */
const isFreeSeat = ({ from, to }: Leg, facts: TransportFacts, home: string | undefined): boolean => {
  const seat = seatOf(facts);
  if (seat?.freeOfCharge !== true) return false;
  return mayBeSame(to, seat.destination) && (from === home || !mayBeSame(from, seat.destination));
};

const paidLegs = (facts: TransportFacts, home: string | undefined): readonly Leg[] =>
  facts.claim.legs.filter(
    (leg) =>
      leg.paidBy === 'SELF' && isWayOut(leg, home, facts.claim.workplace) && !isFreeSeat(leg, facts, home),
  );

const isFar = ({ claim }: TransportFacts, home: string | undefined): boolean =>
  claim.legs
    .filter((leg) => isWayOut(leg, home, claim.workplace))
    .some(({ travelledOn }) => Math.abs(dayOf(travelledOn) - dayOf(claim.departedOn)) > daysThatFit);

const isStillInPost = ({ worker, claim: { departedOn } }: TransportFacts): boolean =>
  typeof worker !== 'string' &&
  worker.spells.some(
    (spell) => spell.kind === 'PUBLIC_WELFARE_POST' && lies(departedOn, spell) && spell.endsOn !== departedOn,
  );

const sumOf = (spent: number, reach: Reach, { values }: RuleSet): number | 'UNSET' => {
  const { mode, flatFen } = values.transport;
  if (mode !== 'FLAT_BY_DESTINATION') return mode === null ? 'UNSET' : spent;
  const inside = flatFen?.IN_PROVINCE ?? null;
  const across = flatFen?.OUT_OF_PROVINCE ?? null;
  const table: Record<Reach, readonly (number | null)[]> = {
    IN_COUNTY: [inside],
    IN_PROVINCE: [inside],
    UNCLEAR: [inside],
    OUT_OF_PROVINCE: [across],
    OVERSEAS: [across],
    UNKNOWN: [inside, across],
  };
  return smallest(table[reach]);
};

const narrow = (scope: string): boolean => scope === 'OUTSIDE_PROVINCE';

export const rows: readonly Row<Sheet>[] = [
  ...personRows,
  ['3.1(a)', ({ reach, homeKnown }) => homeKnown && reach === 'IN_COUNTY', 'NOT_OUTSIDE_COUNTY', 'REFUSE'],
  [
    '3.1(a)',
    ({ reach, homeKnown, scope }) => homeKnown && narrow(scope) && reach === 'IN_PROVINCE',
    'NOT_OUTSIDE_COUNTY',
    'REFUSE',
  ],
  [
    '3.1(a)',
    ({ reach, homeKnown, scope }) => homeKnown && narrow(scope) && reach === 'UNCLEAR',
    'NOT_OUTSIDE_COUNTY',
    'REFUSE',
  ],
  ['3.1(a)', ({ reach, scope }) => !narrow(scope) && reach === 'UNCLEAR', 'PROOF_MISSING', 'LOOK'],
  ['3.1(e)', ({ reach }) => reach === 'OVERSEAS', 'OVERSEAS_TRAVEL', 'LOOK'],
  ['3.1 organised', ({ organised }) => organised === 'SAID_NOBODY', 'NOT_ORGANISED', 'REFUSE'],
  ['3.1 evidence', ({ organised }) => organised === 'LISTED_OTHERWISE', 'REGISTER_DIFFERS', 'LOOK'],
  ['3.1 evidence', ({ organised }) => organised === 'NOT_KNOWN', 'REGISTER_DOES_NOT_KNOW', 'LOOK'],
  [
    '3.1(c)',
    ({ spent, homeKnown, ownTicket }) => spent === 0 && (homeKnown || !ownTicket),
    'NO_COST_INCURRED',
    'REFUSE',
  ],
  ['3.1 evidence', ({ far }) => far, 'PROOF_MISSING', 'LOOK'],
  ['1.1', ({ cap, sum }) => cap === 'UNSET' || sum === 'UNSET', 'RULE_NOT_CONFIGURED', 'UNSET'],
  ['3.1(b)', ({ cap, sum }) => cap !== 'UNSET' && sum !== 'UNSET' && sum > cap, 'CAPPED', 'NOTE'],
  ['1.5', ({ paidTwice }) => paidTwice, 'DUPLICATE', 'REFUSE'],
  ['3.1 payee', ({ otherPayee }) => otherPayee, 'PAYEE_NOT_WORKER', 'LOOK'],
  ['5', ({ stillInPost }) => stillInPost, 'REGISTER_DIFFERS', 'LOOK'],
  combinationRow,
  riskRow,
];

export const sheetOf = (facts: TransportFacts, rules: RuleSet): Sheet => {
  const { claim, worker, division, held, others, payeeIsWorker, signals } = facts;
  const home = homeIn(facts);
  const reach = reachOf(home, claim.workplace);
  const paid = paidLegs(facts, home);
  const spent = paid.reduce((sum, { fareFen }) => sum + fareFen, 0);
  const { values } = rules;
  return {
    person: personOn(worker, claim.departedOn, values.minimumAge, division),
    reach,
    homeKnown: typeof worker !== 'string',
    scope: values.transport.scope,
    organised: organisedBy(facts, rules),
    spent,
    ownTicket: claim.legs.some(({ paidBy, fareFen }) => paidBy === 'SELF' && fareFen > 0),
    far: isFar(facts, home),
    sum: sumOf(spent, reach, rules),
    cap: values.transport.capFen ?? 'UNSET',
    paidTwice: held.some(({ period }) => period === claim.departedOn.slice(0, 4)),
    stillInPost: isStillInPost(facts),
    otherPayee: payeeIsWorker === false,
    excluded: meets('TRANSPORT_SUBSIDY', others, [{ startsOn: claim.departedOn }]),
    risky: isShared(signals, values.risk),
  };
};

/** 3.1(c): who spent nothing is paid nothing, by whatever method. */
export const earns = ({ sum, cap, spent }: Sheet, { claim }: TransportFacts): Part[] => {
  if (sum === 'UNSET' || cap === 'UNSET' || spent === 0) return [];
  return [{ period: claim.departedOn.slice(0, 4), amountFen: Math.min(sum, cap) }];
};
