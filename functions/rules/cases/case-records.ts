import { normaliseCitizenId } from '../../contracts/citizen-id.ts';
import type { Lookup } from '../facts.ts';
import type { RecordSource } from '../../contracts/registers/record-source.ts';
import type { WorkerRecord } from '../../contracts/registers/worker.ts';
import type { OrganisationRecord } from '../../contracts/registers/organisation.ts';
import type { CaseOrganisation, CasePerson, CaseWorld } from './case-file.ts';

/** A case states what is so: its registers know it. */
export const caseSource: RecordSource = { register: 'CASE', asOf: '2020-06-30', version: 1 };

const always = '1900-01-01';

/** What a case is about cannot be found in its file, or it is written in a way the desk cannot read. */
export class PolicyCaseError extends Error {
  override readonly name = 'PolicyCaseError';
}

const named = <Entry>(entries: Readonly<Record<string, Entry>>, name: string, what: string): Entry => {
  const found = entries[name];
  if (found === undefined) throw new PolicyCaseError(`${name} is not among the ${what} of the file`);
  return found;
};

export const personOf = ({ people }: CaseWorld, name: string): CasePerson => named(people, name, 'people');

/** The id of a person of the file; somebody named by their id, or not in the file, stands for themselves. */
export const idOf = ({ people }: CaseWorld, name: string): string =>
  people[name]?.id ?? normaliseCitizenId(name);

export const organisationOf = ({ organisations }: CaseWorld, name: string): CaseOrganisation =>
  named(organisations, name, 'organisations');

/** The code an organisation is known by; a broker has none and is known by its short name. */
export const codeOf = (world: CaseWorld, name: string): string => organisationOf(world, name).uscc ?? name;

export const workerRecordOf = (
  world: CaseWorld,
  name: string,
  known: Partial<Pick<WorkerRecord, 'spells' | 'seats'>>,
): WorkerRecord => {
  const { homeCounty, birthDate, povertyStatus, workCapacity, relocated } = personOf(world, name);
  return {
    subject: name,
    birthDate,
    homeDivision: homeCounty,
    povertyStatuses: [{ status: povertyStatus, startsOn: always }],
    workCapacity,
    relocated,
    spells: [],
    seats: [],
    wages: [],
    contributions: [],
    otherBenefits: [],
    courses: [],
    overseasListings: [],
    circumstances: [],
    source: caseSource,
    ...known,
  };
};

export const organisationRecordOf = (world: CaseWorld, name: string): Lookup<OrganisationRecord> => {
  const { type, name: title = name, hrLicenceValid, ownerGroup } = organisationOf(world, name);
  if (type === 'UNKNOWN') return 'UNKNOWN';
  return {
    organisationId: codeOf(world, name),
    name: title,
    type,
    ...(ownerGroup !== undefined && { ownerGroup }),
    povertyRelief: false,
    licences: hrLicenceValid ? [{ kind: 'HR_SERVICE', number: name, startsOn: always }] : [],
    source: caseSource,
  };
};
