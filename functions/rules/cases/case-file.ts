import * as z from 'zod';
import { povertyStatuses, workCapacities } from '../../contracts/registers/worker.ts';
import { organisationTypes } from '../../contracts/registers/organisation.ts';
import { isoDate } from '../../contracts/scalars.ts';
import { birthDateOf, normaliseCitizenId } from '../../contracts/citizen-id.ts';
import { divisionCode } from '../../contracts/divisions.ts';

/*
 * The format of the policy cases: people and organisations by a short name, the default figures, and cases that say
 * what happened and (sometimes) what should come out. Only what the rules read is asked for; the rest is let through.
 */

export const casePerson = z
  .object({
    idNumber: z.string(),
    homeCounty: divisionCode,
    birthDate: isoDate.optional(),
    povertyStatus: z.enum(povertyStatuses).default('NONE'),
    workCapacity: z.enum(workCapacities).default('ABLE'),
    relocated: z.boolean().default(false),
  })
  .transform(({ idNumber, birthDate, ...person }) => {
    const id = normaliseCitizenId(idNumber);
    return { ...person, id, birthDate: birthDate ?? birthDateOf(id) };
  });
export type CasePerson = z.infer<typeof casePerson>;

export const caseOrganisation = z.object({
  /** A type that the desk has no word for is nothing that it can judge: an officer looks. */
  type: z.union([z.enum(organisationTypes), z.string().transform(() => 'UNKNOWN' as const)]),
  uscc: z.string().optional(),
  name: z.string().optional(),
  hrLicenceValid: z.boolean().default(false),
  ownerGroup: z.string().optional(),
  /** As a workshop. */
  recognised: z.boolean().nullish(),
  /** In any spelling; what the desk has no word for is not known. */
  sizeClass: z.string().nullish(),
});
export type CaseOrganisation = z.infer<typeof caseOrganisation>;

/** One case; its facts are read by the instrument they belong to. */
export const policyCase = z.object({
  id: z.string().min(1),
  instrument: z.string().min(1),
  facts: z.record(z.string(), z.unknown()),
  /** Figures that differ in this case, by their dotted name. */
  config: z.record(z.string(), z.unknown()).default({}),
});
export type PolicyCase = z.infer<typeof policyCase>;

/** What the cases of one file share. */
export const caseWorld = z.object({
  people: z.record(z.string(), casePerson),
  organisations: z.record(z.string(), caseOrganisation).default({}),
  defaultConfig: z.record(z.string(), z.unknown()).default({}),
});
export type CaseWorld = z.infer<typeof caseWorld>;

export const caseFile = caseWorld.extend({ cases: z.array(policyCase) });
export type CaseFile = z.infer<typeof caseFile>;
