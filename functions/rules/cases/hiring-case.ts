import * as z from 'zod';
import type { OrganisationRecord, RecognitionRecord } from '../../contracts/registers/organisation.ts';
import type { EmploymentSpell, WorkerRecord } from '../../contracts/registers/worker.ts';
import { fen, isoDate } from '../../contracts/scalars.ts';
import { addDays, addMonths } from '../calendar/days.ts';
import { isKnown, type Lookup } from '../facts.ts';
import { caseContract } from './case-contract.ts';
import type { CaseWorld } from './case-file.ts';
import type { CaseLine } from './case-line.ts';
import {
  caseSource,
  codeOf,
  idOf,
  organisationOf,
  organisationRecordOf,
  personOf,
  workerRecordOf,
} from './case-records.ts';
import { caseWork } from './case-work.ts';

const yes = z.boolean().nullish();
const hiringFacts = z.object({
  employer: z.string(),
  worker: z.string(),
  hireDate: isoDate.nullish(),
  contractStart: isoDate.nullish(),
  contractEnd: isoDate.nullish(),
  contractType: z.string().nullish(),
  cumulativeMonthsIn12: z.number().min(0).nullish(),
  payIn12MonthsFen: fen.nullish(),
  workerAlreadyCounted: yes,
  employerSizeClass: z.string().nullish(),
  recognised: yes,
  rehiredWithin12Months: yes,
  familyMember: yes,
});
type Facts = z.infer<typeof hiringFacts>;

/** Where a case names no day of hiring: a day of the notice's own spring. */
const usualDay = '2020-03-16';

const hiredOnOf = ({ hireDate, contractStart }: Facts): string => hireDate ?? contractStart ?? usualDay;

const sizes = z.enum(['MICRO', 'SMALL', 'MEDIUM', 'LARGE']);

const employerOf = (world: CaseWorld, facts: Facts): Lookup<OrganisationRecord> => {
  const record = organisationRecordOf(world, facts.employer);
  const stated = facts.employerSizeClass ?? organisationOf(world, facts.employer).sizeClass;
  const size = sizes.safeParse(stated?.toUpperCase());
  return isKnown(record) && size.success ? { ...record, sizeClass: size.data } : record;
};

/** A case says that a workshop is recognised, that it is not, or nothing: then no register knows. */
const recognitionOf = (world: CaseWorld, { employer, recognised }: Facts): Lookup<RecognitionRecord> => {
  const stated = recognised ?? organisationOf(world, employer).recognised;
  if (typeof stated !== 'boolean') return 'UNKNOWN';
  return {
    recognitionNo: 'CASE',
    organisationId: codeOf(world, employer),
    kind: 'WORKSHOP',
    level: 'COUNTY',
    division: '141124',
    recognisedOn: '2019-01-01',
    history: [{ status: stated ? 'ACTIVE' : 'REVOKED', from: '2019-01-01', reason: '' }],
    source: caseSource,
  };
};

const spellsOf = (world: CaseWorld, facts: Facts): EmploymentSpell[] => {
  const startsOn = hiredOnOf(facts);
  const job: EmploymentSpell = {
    spellId: 'CASE',
    kind: 'LOCAL_ENTERPRISE',
    employerCode: codeOf(world, facts.employer),
    employerName: facts.employer,
    workplace: personOf(world, facts.worker).homeCounty,
    startsOn,
    wageProof: true,
    source: caseSource,
  };
  const earlier = {
    ...job,
    spellId: 'EARLIER',
    startsOn: addMonths(startsOn, -12),
    endsOn: addDays(startsOn, -31),
  };
  return facts.rehiredWithin12Months === true ? [earlier, job] : [job];
};

/** What the registers know of the worker, and what both claims name. */
const shared = (world: CaseWorld, facts: Facts) => {
  const hiredOn = hiredOnOf(facts);
  const { months, wages } = caseWork(facts, hiredOn, codeOf(world, facts.employer));
  // A month of work that no bank shows is known from the case's own count of them.
  const spells = typeof facts.cumulativeMonthsIn12 === 'number' || months.length === 0;
  const worker: WorkerRecord = {
    ...workerRecordOf(world, facts.worker, { spells: spells ? spellsOf(world, facts) : [] }),
    wages,
  };
  return {
    facts: { worker, held: [], applicant: employerOf(world, facts) },
    claim: { hiredOn, workplace: personOf(world, facts.worker).homeCounty, months },
  };
};

const lineOf = (world: CaseWorld, facts: Facts): Omit<CaseLine, 'facts'> => ({
  subject: idOf(world, facts.worker),
  alreadyPaid: facts.workerAlreadyCounted === true ? ['ONCE'] : [],
  turn: hiredOnOf(facts),
});

export const hiringLines = (world: CaseWorld, raw: unknown): CaseLine[] => {
  const facts = hiringFacts.parse(raw);
  const { contractStart } = facts;
  const { facts: known, claim } = shared(world, facts);
  const contract =
    typeof contractStart === 'string' ? caseContract({ ...facts, contractStart }, contractStart) : undefined;
  return [
    {
      ...lineOf(world, facts),
      facts: {
        instrument: 'HIRING_SUBSIDY',
        ...known,
        recognition: recognitionOf(world, facts),
        claim: { ...claim, ...(contract && { contract }) },
      },
    },
  ];
};

export const farmHiringLines = (world: CaseWorld, raw: unknown): CaseLine[] => {
  const facts = hiringFacts.parse(raw);
  const { facts: known, claim } = shared(world, facts);
  return [
    {
      ...lineOf(world, facts),
      facts: {
        instrument: 'FARM_HIRING_SUBSIDY',
        ...known,
        claim: { ...claim, ofOwnersFamily: facts.familyMember === true },
      },
    },
  ];
};
