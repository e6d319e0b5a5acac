import { shanxiCounties } from '../functions/contracts/divisions.ts';
import type { RecordSource } from '../functions/contracts/registers/record-source.ts';
import type { EmploymentSpell, TripSeat, WorkerRecord } from '../functions/contracts/registers/worker.ts';
import { addDays } from '../functions/rules/calendar/days.ts';
import type { RegisteredWorker } from '../functions/store/registers/registered-worker.ts';
import { createChance, type Chance } from './chance.ts';

const sourceOf = (register: string): RecordSource => ({ register, asOf: '2020-07-01', version: 1 });
const sources = {
  workers: sourceOf('WORKERS'),
  employment: sourceOf('EMPLOYMENT'),
  trips: sourceOf('TRIPS'),
  insurance: sourceOf('INSURANCE'),
};

const elsewhere = ['320500', '330100', '110105', '440300'] as const;
const kinds = [
  'OUTSIDE_COUNTY',
  'OUTSIDE_COUNTY',
  'LOCAL_ENTERPRISE',
  'LOCAL_WORKSHOP',
  'LOCAL_FARM_ENTITY',
] as const;

const workplaceOf = (chance: Chance, kind: EmploymentSpell['kind'], home: string): string => {
  if (kind !== 'OUTSIDE_COUNTY') return home;
  return chance.oneIn(3) ? chance.among(shanxiCounties) : chance.among(elsewhere);
};

const aSpell = (chance: Chance, home: string, spellId: string): EmploymentSpell => {
  const kind = chance.oneIn(60) ? 'PUBLIC_WELFARE_POST' : chance.among(kinds);
  const startsOn = addDays('2019-06-01', chance.below(380));
  return {
    spellId,
    kind,
    employerCode: `EMPLOYER-${chance.below(5000)}`,
    employerName: '测试用人单位',
    workplace: workplaceOf(chance, kind, home),
    startsOn,
    ...(chance.oneIn(3) && { endsOn: addDays(startsOn, 20 + chance.below(300)) }),
    wageProof: !chance.oneIn(10),
    source: sources.employment,
  };
};

const aSeat = (chance: Chance, destination: string): TripSeat => ({
  tripId: `T-${chance.below(4000)}`,
  organiserKind: 'GOVERNMENT',
  departsOn: addDays('2020-02-20', chance.below(60)),
  destination,
  freeOfCharge: chance.oneIn(2),
  source: sources.trips,
});

const paidMonths = ['2019-11', '2019-12', '2020-01'] as const;

const contributionsOf = (chance: Chance, employerCode: string): WorkerRecord['contributions'] =>
  chance.oneIn(12)
    ? paidMonths.map((month) => ({
        month,
        line: 'UNEMPLOYMENT' as const,
        employerCode,
        employerFen: 2100,
        employeeFen: 900,
        waivedFen: 0,
        source: sources.insurance,
      }))
    : [];

/** Two jobs at most, a seat for one in five, insurance for one in twelve: a register of poor workers in July 2020. */
const aWorker = (chance: Chance, no: number): RegisteredWorker => {
  const homeDivision = chance.among(shanxiCounties);
  const spells = Array.from({ length: chance.below(3) }, (_, at) =>
    aSpell(chance, homeDivision, `S-${no}-${at}`),
  );
  const [first] = spells;
  return {
    maskedName: '样**',
    record: {
      subject: `made-up-${no}`,
      birthDate: addDays('1955-01-01', chance.below(18_000)),
      homeDivision,
      povertyStatuses: [{ status: chance.oneIn(30) ? 'NONE' : 'REGISTERED_POOR', startsOn: '2014-05-31' }],
      workCapacity: chance.oneIn(40) ? 'LOST' : 'ABLE',
      relocated: chance.oneIn(10),
      spells,
      seats: chance.oneIn(5) ? [aSeat(chance, first?.workplace ?? '320500')] : [],
      wages: [],
      contributions: contributionsOf(chance, first?.employerCode ?? 'EMPLOYER-0'),
      otherBenefits: [],
      courses: [],
      overseasListings: [],
      circumstances: [],
      source: sources.workers,
    },
  };
};

/** Made-up workers from one number up to another, one at a time; each thread has a seed of its own. */
export const madeUpWorkers = function* (from: number, to: number): Generator<RegisteredWorker> {
  const chance = createChance(from + 7);
  for (let no = from; no < to; no += 1) yield aWorker(chance, no);
};
