import { addDays } from './days.ts';
import {
  employerAt,
  enterprise,
  farmEmployer,
  localEnterprises,
  ningwuWorkshops,
  workshops,
  type Employer,
} from './organisations.ts';
import { createPeople, type Person } from './people.ts';
import { counties, destinations, type Destination } from './places.ts';

export type Trip = {
  readonly tripId: string;
  readonly organiser: '政府' | '人力资源机构' | '村委会' | '用人单位';
  readonly departsOn: string;
  readonly destination: Destination;
  readonly free: boolean;
};

export type Job = {
  readonly kind: '县外务工' | '扶贫车间' | '县内企业' | '县内农业经营主体' | '自主创业' | '公益岗位';
  readonly employer: Employer | { readonly creditCode: ''; readonly name: string };
  readonly workplace: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly wageProof: boolean;
};

/** A made-up worker: who they are, where they work, and how they got there. */
export type Worker = Person & { readonly job?: Job; readonly trip?: Trip };

const trip = (
  tripId: string,
  organiser: Trip['organiser'],
  departsOn: string,
  destination: Destination,
  free = false,
): Trip => ({ tripId, organiser, departsOn, destination, free });

const { kunshan, pudong, chaoyang, baoan, yinzhou, binhai, xiaodian, yuci, lishi, xinfu } = destinations;

export const trips = {
  kunshanFirst: trip('LX2020-01', '政府', '2020-02-24', kunshan),
  pudong: trip('LX2020-02', '政府', '2020-02-28', pudong),
  chaoyang: trip('LX2020-03', '村委会', '2020-03-02', chaoyang),
  baoan: trip('LX2020-04', '人力资源机构', '2020-03-04', baoan),
  xiaodian: trip('LX2020-05', '村委会', '2020-03-06', xiaodian),
  yinzhou: trip('LX2020-06', '用人单位', '2020-03-09', yinzhou),
  freeCoach: trip('LX2020-07', '政府', '2020-03-12', binhai, true),
  kunshanSecond: trip('LX2020-08', '政府', '2020-03-16', kunshan),
  yuci: trip('LX2020-09', '村委会', '2020-03-20', yuci),
  lishi: trip('LX2020-10', '村委会', '2020-03-23', lishi),
  ningwuChaoyang: trip('NW2020-01', '政府', '2020-03-05', chaoyang),
  ningwuXinfu: trip('NW2020-02', '村委会', '2020-03-10', xinfu),
} as const;

const away = (place: Destination, startsOn: string, endsOn = ''): Job => ({
  kind: '县外务工',
  employer: employerAt(place.code),
  workplace: place.code,
  startsOn,
  endsOn,
  wageProof: true,
});

export const local = (
  kind: Job['kind'],
  employer: Job['employer'],
  workplace: string,
  startsOn: string,
  wageProof = true,
): Job => ({
  kind,
  employer,
  workplace,
  startsOn,
  endsOn: '',
  wageProof,
});

/** One after the other: what is made later changes nobody who was made before. */
export const people = createPeople(20200305);

/** Everybody on the trip begins to work three days after it leaves. */
const travellers = (count: number, on: Trip, county: keyof typeof counties = 'linxian'): Worker[] =>
  people(count, county).map((person) => ({
    ...person,
    trip: on,
    job: away(on.destination, addDays(on.departsOn, 3)),
  }));

export const employed = (persons: Person[], jobs: readonly [Job, ...Job[]]): Worker[] =>
  persons.map((person, index) => ({ ...person, job: jobs[index % jobs.length] ?? jobs[0] }));

const linxian = counties.linxian.code;
const workshopJobs = (startsOn: string): [Job, ...Job[]] => {
  const [first, ...rest] = workshops.map((employer) => local('扶贫车间', employer, linxian, startsOn));
  if (first === undefined) throw new Error('The sample has no workshop');
  return [first, ...rest];
};
const nobody = { creditCode: '', name: '自营' } as const;
const neverPoor = { identifiedOn: '', liftedOn: '' };

/** The workers of the sample, by the part they play. */
export const cast = {
  kunshanFirst: travellers(14, trips.kunshanFirst),
  pudong: travellers(12, trips.pudong),
  chaoyang: travellers(12, trips.chaoyang),
  baoan: travellers(12, trips.baoan),
  xiaodian: travellers(12, trips.xiaodian),
  yinzhou: travellers(12, trips.yinzhou),
  freeCoach: travellers(8, trips.freeCoach),
  kunshanSecond: travellers(12, trips.kunshanSecond),
  yuci: travellers(8, trips.yuci),
  lishi: travellers(6, trips.lishi),
  /** Left before the Spring Festival and worked all through the window. */
  awayAllAlong: employed(people(12, 'linxian'), [away(kunshan, '2020-01-05'), away(chaoyang, '2020-01-10')]),
  leftAlone: employed(people(6, 'linxian'), [away(xiaodian, '2020-03-10'), away(pudong, '2020-03-14')]),
  workshop: employed(people(18, 'linxian'), workshopJobs('2020-03-01')),
  /** Fewer days in March than make a month. */
  workshopLate: employed(people(8, 'linxian'), workshopJobs('2020-03-18')),
  enterprise: employed(people(12, 'linxian'), [
    local('县内企业', localEnterprises[0] ?? nobody, linxian, '2020-02-17'),
    local('县内企业', localEnterprises[1] ?? nobody, linxian, '2020-03-02'),
  ]),
  withoutProof: employed(people(3, 'linxian'), [
    local('县内企业', localEnterprises[2] ?? nobody, linxian, '2020-03-02', false),
  ]),
  farm: employed(people(3, 'linxian'), [local('县内农业经营主体', farmEmployer, linxian, '2020-03-02')]),
  selfEmployed: employed(people(3, 'linxian'), [local('自主创业', nobody, linxian, '2020-02-01')]),
  publicPost: employed(people(3, 'linxian'), [
    local('公益岗位', { creditCode: '', name: '样例村公益岗' }, linxian, '2020-02-01'),
  ]),
  underAge: people(3, 'linxian', { bornOn: '2004-09-15' }).map((person): Worker => ({
    ...person,
    trip: trips.kunshanSecond,
    job: away(kunshan, '2020-03-19'),
  })),
  notPoor: people(6, 'linxian', neverPoor).map((person): Worker => ({
    ...person,
    trip: trips.pudong,
    job: away(pudong, '2020-03-02'),
  })),
  leftTheList: people(2, 'linxian', {
    identifiedOn: '2014-05-31',
    liftedOn: '2017-12-31',
    endedOn: '2019-12-31',
  }).map((person): Worker => ({ ...person, trip: trips.chaoyang, job: away(chaoyang, '2020-03-05') })),
  unableToWork: employed(people(2, 'linxian', { workCapacity: '丧失劳动力' }), workshopJobs('2020-03-01')),
  overseas: employed(people(2, 'linxian'), [
    {
      kind: '县外务工',
      employer: { creditCode: '', name: '样例海外农场' },
      workplace: 'JPN',
      startsOn: '2020-02-20',
      endsOn: '',
      wageProof: true,
    },
  ]),
  /** Cards that still carry an address code from before 2004. */
  oldCards: people(2, 'linxian', { addressCode: '142326' }).map((person): Worker => ({
    ...person,
    trip: trips.yuci,
    job: away(yuci, '2020-03-23'),
  })),
  /** Found work through an agency: at home, in the province, in Beijing. */
  placedAtHome: employed(people(6, 'linxian'), [local('县内企业', enterprise, linxian, '2020-04-16')]),
  placedInTaiyuan: employed(people(4, 'linxian'), [away(xiaodian, '2020-04-21')]),
  placedInBeijing: employed(people(5, 'linxian'), [away(chaoyang, '2020-05-12')]),
  placedInYuci: employed(people(4, 'linxian'), [away(yuci, '2020-05-19')]),
  /** The same, but nothing of it stands in the employment register yet. */
  seekers: people(9, 'linxian'),
  ningwuChaoyang: travellers(10, trips.ningwuChaoyang, 'ningwu'),
  ningwuXinfu: travellers(8, trips.ningwuXinfu, 'ningwu'),
  ningwuWorkshop: employed(people(9, 'ningwu'), [
    local('扶贫车间', ningwuWorkshops[0] ?? nobody, counties.ningwu.code, '2020-03-01'),
  ]),
  elsewhere: [
    ...people(5, 'daning'),
    ...people(4, 'guangling'),
    ...people(4, 'wuzhai', { relocated: true, resettlementCounty: '140928' }),
  ],
} as const satisfies Record<string, readonly Worker[]>;

/** Nobody of these is in the register of workers. */
export const strangers = people(8, 'linxian');

export const allWorkers: readonly Worker[] = Object.values(cast).flat();
