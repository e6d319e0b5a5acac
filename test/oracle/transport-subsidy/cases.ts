import type { RuleSet } from '../../../functions/rules/facts.ts';
import type { TransportFacts } from '../../../functions/rules/transport-subsidy/facts.ts';
import type { EmploymentSpell, WorkerRecord } from '../../../functions/contracts/registers/worker.ts';
import { laterBy } from '../almanac.ts';
import type { Chance } from '../chance.ts';
import {
  answered,
  aWorker,
  aWorkplace,
  handledBy,
  heldFor,
  homes,
  someOthers,
  someSignals,
  source,
} from '../cases.ts';

type Leg = TransportFacts['claim']['legs'][number];

const aDay = (chance: Chance): string =>
  chance.once(3)
    ? chance.pick(['2020-01-31', '2020-02-29', '2020-03-05', '2019-12-31', '2020-12-31', '2021-01-01'])
    : laterBy('2020-01-20', chance.whole(0, 200));

/** A fen below, at and above the cap, and sums of two tickets around it. */
const aFare = (chance: Chance): number =>
  chance.once(3)
    ? chance.pick([0, 1, 39_999, 40_000, 40_001, 79_999, 80_000, 80_001])
    : chance.whole(0, 120_000);

const aLeg = (chance: Chance, from: string, to: string, on: string): Leg => ({
  mode: chance.pick(['TRAIN', 'COACH']),
  from,
  to,
  travelledOn: on,
  fareFen: aFare(chance),
  paidBy: chance.once(6) ? chance.pick(['GOVERNMENT', 'EMPLOYER']) : 'SELF',
});

const mainland = (place: string): boolean => /^[1-6]/.test(place);

/** The way out in one or two tickets, sometimes the way back, sometimes on days that do not fit. */
const someLegs = (chance: Chance, home: string, workplace: string, on: string): Leg[] => {
  const day = chance.once(8) ? laterBy(on, chance.pick([-8, -7, 7, 8])) : on;
  const out = chance.once(3)
    ? [aLeg(chance, home, '140107', day), aLeg(chance, '140107', workplace, laterBy(day, 1))]
    : [aLeg(chance, home, workplace, day)];
  const back = chance.once(6) && mainland(workplace) ? [aLeg(chance, workplace, home, laterBy(on, 30))] : [];
  return [...out, ...back];
};

const someSeats = (chance: Chance, on: string, workplace: string): WorkerRecord['seats'] => {
  if (chance.once(6)) return [];
  const seat = {
    tripId: 'T-1',
    organiserKind: 'GOVERNMENT',
    departsOn: on,
    destination: workplace,
    freeOfCharge: chance.once(6),
    source: source('TRIPS'),
  } as const;
  if (!chance.once(8)) return [seat];
  return [
    chance.pick([
      { ...seat, departsOn: laterBy(on, 1) },
      { ...seat, destination: '350203' },
    ]),
  ];
};

const someSpells = (chance: Chance, home: string, on: string): EmploymentSpell[] =>
  chance.once(12)
    ? [
        {
          spellId: 'S-1',
          kind: 'PUBLIC_WELFARE_POST',
          employerName: '村委会',
          workplace: home,
          startsOn: laterBy(on, -100),
          ...(!chance.once(3) && { endsOn: laterBy(on, chance.pick([-1, 0, 1, 40])) }),
          wageProof: true,
          source: source('EMPLOYMENT'),
        },
      ]
    : [];

export const aTransportCase = (chance: Chance): TransportFacts => {
  const home = chance.pick(homes);
  const on = aDay(chance);
  const workplace = aWorkplace(chance, home);
  const parts = { spells: someSpells(chance, home, on), seats: someSeats(chance, on, workplace) };
  return {
    instrument: 'TRANSPORT_SUBSIDY',
    claim: {
      departedOn: on,
      workplace,
      employerName: '测试单位',
      organiserKind: chance.once(6) ? 'NONE' : chance.pick(['GOVERNMENT', 'AGENCY', 'VILLAGE', 'EMPLOYER']),
      tripId: 'T-1',
      legs: someLegs(chance, home, workplace, on),
    },
    worker: answered(chance, aWorker(chance, home, on, parts)),
    held: chance.once(15) ? [heldFor(chance.pick([on.slice(0, 4), '2018']))] : [],
    ...someOthers(chance, on.slice(0, 7)),
    ...handledBy(chance, home),
    payeeIsWorker: !chance.once(20),
    ...someSignals(chance),
  };
};

/** POLICY 6 as it stands, or with one switch turned or one figure open. */
export const transportValues = (chance: Chance, { values, sources }: RuleSet): RuleSet => {
  if (!chance.once(4)) return { values, sources };
  const turned = chance.pick<Partial<RuleSet['values']['transport']>>([
    { capFen: null },
    { capFen: 60_000 },
    { mode: null },
    { mode: 'FLAT_BY_DESTINATION' },
    { mode: 'FLAT_BY_DESTINATION', flatFen: { IN_PROVINCE: 30_000, OUT_OF_PROVINCE: 100_000 } },
    { mode: 'FLAT_BY_DESTINATION', flatFen: { IN_PROVINCE: 30_000, OUT_OF_PROVINCE: null } },
    { scope: 'OUTSIDE_PROVINCE' },
    { requireOrganised: false },
  ]);
  return { values: { ...values, transport: { ...values.transport, ...turned } }, sources };
};
