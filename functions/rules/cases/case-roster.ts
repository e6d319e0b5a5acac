import * as z from 'zod';
import type { EmploymentSpell } from '../../contracts/registers/worker.ts';
import type { RosterMember } from '../facts.ts';
import type { CaseWorld } from './case-file.ts';
import { caseSource, codeOf, idOf, workerRecordOf } from './case-records.ts';

/** The day on which a case counts, unless it says another. */
export const caseDay = '2020-06-30';

const names = z.array(z.string()).nullish();

/** How cases say how many: a number of distinct poor workers, or their names. */
export const caseHeads = {
  distinctPoorWorkers: z.int().min(0).nullish(),
  workers: names,
  roster: names,
  poorWorkers: names,
} as const;
type Heads = z.infer<z.ZodObject<typeof caseHeads>>;

const spellAt = (world: CaseWorld, applicant: string): EmploymentSpell => ({
  spellId: 'CASE',
  kind: 'LOCAL_WORKSHOP',
  employerCode: codeOf(world, applicant),
  employerName: applicant,
  workplace: '141124',
  startsOn: '2020-01-01',
  wageProof: true,
  source: caseSource,
});

const startsOn = '2020-01-01';

/** As many poor workers, employed here, as the case counts: they have no names. */
const numbered = (world: CaseWorld, applicant: string, count: number): RosterMember[] => {
  const spells = [spellAt(world, applicant)];
  return Array.from({ length: count }, (_, index) => ({
    subject: `M${index + 1}`,
    startsOn,
    worker: {
      subject: `M${index + 1}`,
      birthDate: '1985-01-01',
      homeDivision: '141124',
      povertyStatuses: [{ status: 'REGISTERED_POOR', startsOn: '1900-01-01' }],
      workCapacity: 'ABLE',
      relocated: false,
      spells,
      seats: [],
      wages: [],
      contributions: [],
      otherBenefits: [],
      courses: [],
      overseasListings: [],
      circumstances: [],
      source: caseSource,
    },
  }));
};

const named = (world: CaseWorld, applicant: string, people: readonly string[]): RosterMember[] => {
  const spells = [spellAt(world, applicant)];
  return people.map((name) => ({
    subject: idOf(world, name),
    startsOn,
    worker: workerRecordOf(world, name, { spells }),
  }));
};

/** Nobody has said how many there are: enough people of whom no register knows, so that an officer looks. */
const unsaid = (): RosterMember[] =>
  Array.from({ length: 500 }, (_, index) => ({
    subject: `M${index + 1}`,
    startsOn,
    worker: 'UNKNOWN',
  }));

export const caseRoster = (world: CaseWorld, applicant: string, heads: Heads): RosterMember[] => {
  const people = heads.workers ?? heads.roster ?? heads.poorWorkers;
  if (typeof heads.distinctPoorWorkers === 'number')
    return numbered(world, applicant, heads.distinctPoorWorkers);
  return people ? named(world, applicant, people) : unsaid();
};
