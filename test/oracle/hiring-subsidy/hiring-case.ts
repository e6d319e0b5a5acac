import type { RecognitionRecord } from '../../../functions/contracts/registers/organisation.ts';
import type { HiringFacts } from '../../../functions/rules/hiring-subsidy/facts.ts';
import { laterBy, monthsLater } from '../almanac.ts';
import { answered, aWorker, handledBy, heldFor, homes, someInsurance, someOthers, source } from '../cases.ts';
import type { Chance } from '../chance.ts';
import {
  aHiringDay,
  anEmployer,
  employerCode,
  someJobs,
  someMonths,
  someWages,
  wageSignals,
} from './cases.ts';

type Claim = HiringFacts['claim'];

const common = ['ENTERPRISE', 'WORKSHOP', 'KEY_PROJECT', 'LEADING_FARM_ENTERPRISE'] as const;
const rare = [
  'INDIVIDUAL_BUSINESS',
  'FARM_COOPERATIVE',
  'TRAINING_PROVIDER',
  'PUBLIC_EMPLOYMENT_SERVICE',
  'LABOUR_BROKER',
] as const;

const aContract = (chance: Chance, hiredOn: string): NonNullable<Claim['contract']> => {
  const startsOn = laterBy(hiredOn, chance.whole(-3, 3));
  const part = { number: 'HT-1', signedOn: startsOn, startsOn };
  if (chance.once(8)) return { ...part, type: 'OPEN_ENDED' };
  if (chance.once(12)) return { ...part, type: 'TASK_BASED' };
  const months = chance.pick([3, 6, 6, 12, 12, 24]);
  return {
    ...part,
    type: 'FIXED_TERM',
    endsOn: laterBy(monthsLater(startsOn, months), chance.pick([-2, -1, -1, 0, 10])),
  };
};

const aRecognition = (chance: Chance, hiredOn: string): RecognitionRecord => {
  const from = laterBy(hiredOn, chance.once(6) ? chance.whole(-1, 400) : -200);
  const then = laterBy(hiredOn, chance.pick([30, 200, 900]));
  return {
    recognitionNo: 'C-1',
    organisationId: employerCode,
    kind: 'WORKSHOP',
    level: 'COUNTY',
    division: '140105',
    recognisedOn: from,
    history: [
      { status: 'ACTIVE', from, reason: '认定' },
      ...(chance.once(5) && then > from
        ? [{ status: chance.pick(['SUSPENDED', 'REVOKED', 'ACTIVE'] as const), from: then, reason: '复核' }]
        : []),
    ],
    source: source('RECOGNITIONS'),
  };
};

type Jobs = ReturnType<typeof someJobs>;

const anEarlierJob = (chance: Chance, hiredOn: string, jobs: Jobs): Jobs =>
  jobs.slice(0, 1).flatMap((job) => {
    if (!chance.once(8)) return [];
    const endsOn = laterBy(monthsLater(hiredOn, chance.pick([-12, -12, -6, -3])), chance.whole(-1, 1));
    return [{ ...job, spellId: 'S-0', startsOn: laterBy(endsOn, -300), endsOn }];
  });

/** Often close to the end of the job. */
const aDayOfClaim = (chance: Chance, hiredOn: string, ends?: string): { submittedOn?: string } => {
  if (chance.once(10)) return {};
  if (ends !== undefined && chance.once(3)) {
    const near = laterBy(ends, chance.pick([-31, -30, -29, -1, 0, 1]));
    if (near >= hiredOn) return { submittedOn: near };
  }
  return { submittedOn: chance.once(8) ? laterBy(hiredOn, chance.whole(0, 300)) : '2023-06-01' };
};

/** With a contract, months of work, or both. */
const aClaim = (chance: Chance, home: string): Claim => {
  const hiredOn = aHiringDay(chance);
  const part = { hiredOn, workplace: home };
  const months = someMonths(chance, hiredOn);
  if (chance.once(3)) return { ...part, months };
  const contract = aContract(chance, hiredOn);
  return { ...part, contract, months: chance.once(3) ? [] : months };
};

/** The worker's own record: the jobs here, the wages and the insurance of them. */
const records = (chance: Chance, { hiredOn, months }: Claim, jobs: Jobs) => ({
  spells: [...anEarlierJob(chance, hiredOn, jobs), ...jobs],
  wages: someWages(chance, months),
  contributions: someInsurance(chance, employerCode, hiredOn, jobs[0]?.endsOn ?? laterBy(hiredOn, 90)),
});

export const aHiringCase = (chance: Chance): HiringFacts => {
  const home = chance.pick(homes);
  const claim = aClaim(chance, home);
  const { hiredOn } = claim;
  const months = claim.months.length > 0 ? claim.months : someMonths(chance, hiredOn);
  const jobs = someJobs(chance, hiredOn, months);
  const rest = records(chance, { ...claim, months }, jobs);
  return {
    instrument: 'HIRING_SUBSIDY',
    claim,
    worker: answered(chance, aWorker(chance, home, hiredOn, rest)),
    applicant: answered(chance, anEmployer(chance, chance.once(8) ? rare : common)),
    recognition: chance.once(5) ? 'UNKNOWN' : aRecognition(chance, hiredOn),
    held: chance.once(15) ? [heldFor('ONCE')] : [],
    ...someOthers(chance, months[0]?.month ?? '2020-03'),
    ...handledBy(chance, home),
    ...aDayOfClaim(chance, hiredOn, jobs[0]?.endsOn),
    ...wageSignals(chance),
  };
};
