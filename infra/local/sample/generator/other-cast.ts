import { employed, local, people, strangers, type Job, type Worker } from './cast.ts';
import {
  base,
  enterprise,
  farmEmployer,
  localEnterprises,
  workshops,
  type Employer,
} from './organisations.ts';
import { counties } from './places.ts';

const linxian = counties.linxian.code;
export const reliefEnterprise = localEnterprises[1] ?? enterprise;
export const recognisedWorkshop = workshops[0] ?? enterprise;

const job = (kind: Job['kind'], employer: Employer, startsOn: string, endsOn = ''): Job => ({
  ...local(kind, employer, linxian, startsOn),
  endsOn,
});

// The strangers are made before these people, whichever file is read first.
if (strangers.length === 0) throw new Error('The sample has no strangers');

/** The workers behind the claims of the other instruments, by the part they play. */
export const otherCast = {
  trainees: people(3, 'linxian'),
  /** Relocated and not poor: a course is paid all the same. */
  relocatedTrainee: people(1, 'linxian', { identifiedOn: '', liftedOn: '', relocated: true }),
  overseas: people(2, 'linxian'),
  hired: employed(people(3, 'linxian'), [job('县内企业', enterprise, '2020-03-02')]),
  inWorkshop: employed(people(3, 'linxian'), [job('扶贫车间', recognisedWorkshop, '2019-11-01')]),
  onFarm: employed(people(2, 'linxian'), [job('县内农业经营主体', farmEmployer, '2019-11-01')]),
  insured: employed(people(2, 'linxian'), [job('县内企业', enterprise, '2019-06-01')]),
  ofNewWorkshop: employed(people(11, 'linxian'), [job('县内企业', reliefEnterprise, '2020-04-01')]),
  ofBase: employed(people(52, 'linxian'), [job('县内企业', base, '2020-03-01')]),
  unemployed: employed(people(2, 'linxian'), [job('县内企业', enterprise, '2019-05-01', '2020-02-10')]),
  inPosts: people(2, 'linxian'),
} as const satisfies Record<string, readonly Worker[]>;

export const otherWorkers: readonly Worker[] = Object.values(otherCast).flat();
