import * as z from 'zod';
import { divisionCode } from '../divisions.ts';
import { fen, isoDate } from '../scalars.ts';
import { dateRange, recordSource } from './record-source.ts';

export const organisationTypes = [
  'HR_AGENCY',
  'TRAINING_PROVIDER',
  'LABOUR_BROKER',
  'OTHER_MARKET_BODY',
  'PUBLIC_EMPLOYMENT_SERVICE',
  'ENTERPRISE',
  'WORKSHOP',
  'KEY_PROJECT',
  'INDIVIDUAL_BUSINESS',
  'FARM_INPUT_ENTERPRISE',
  'FARM_COOPERATIVE',
  'FAMILY_FARM',
  'LEADING_FARM_ENTERPRISE',
  'LARGE_GROWER',
  'FARM_SERVICE_ORGANISATION',
] as const;

export const licenceKinds = ['HR_SERVICE', 'OVERSEAS_LABOUR', 'VOCATIONAL_TRAINING'] as const;
export const licence = z.strictObject({
  kind: z.enum(licenceKinds),
  number: z.string().min(1),
  ...dateRange,
});
export type Licence = z.infer<typeof licence>;

/** An organisation, or a labour broker (a natural person, under a pseudonym). */
export const organisationRecord = z.strictObject({
  organisationId: z.string().min(1),
  name: z.string().min(1),
  type: z.enum(organisationTypes),
  sizeClass: z.enum(['MICRO', 'SMALL', 'MEDIUM', 'LARGE']).optional(),
  /** 扶贫企业: runs a poverty-relief business (POLICY 3.9). */
  povertyRelief: z.boolean().default(false),
  /** Companies of one owner carry the same group. */
  ownerGroup: z.string().optional(),
  licences: z.array(licence).default([]),
  source: recordSource,
});
export type OrganisationRecord = z.infer<typeof organisationRecord>;

/** The premises of a workshop: who gives them, and at what rent (POLICY 3.9). */
export const premisesRecord = z.strictObject({
  premisesId: z.string().min(1),
  occupantCode: z.string().min(1),
  division: divisionCode,
  providerName: z.string().min(1),
  providerKind: z.enum(['GOVERNMENT', 'VILLAGE_COLLECTIVE', 'PRIVATE', 'OWN']),
  /** A month. */
  rentFen: fen,
  ...dateRange,
  inspectedOn: isoDate.optional(),
  source: recordSource,
});
export type PremisesRecord = z.infer<typeof premisesRecord>;

export const recognitionKinds = ['WORKSHOP', 'BASE'] as const;
export const recognitionKind = z.enum(recognitionKinds);
export type RecognitionKind = z.infer<typeof recognitionKind>;
export const recognitionStatuses = ['ACTIVE', 'SUSPENDED', 'REVOKED'] as const;

/** 认定: a status of an organisation that claims rest on, and how it went on (POLICY 3.7, 3.9). */
export const recognitionRecord = z.strictObject({
  recognitionNo: z.string().min(1),
  organisationId: z.string().min(1),
  kind: recognitionKind,
  level: z.enum(['NATIONAL', 'PROVINCE', 'CITY', 'COUNTY']),
  division: divisionCode,
  /** When the application for it was accepted: the notice asks for speed (加快认定速度). */
  acceptedOn: isoDate.optional(),
  recognisedOn: isoDate,
  /** In order; the last one that has begun is in force. */
  history: z
    .array(z.strictObject({ status: z.enum(recognitionStatuses), from: isoDate, reason: z.string() }))
    .min(1),
  /** Distinct poor workers when it was last counted. */
  headCount: z.int().min(0).optional(),
  countedOn: isoDate.optional(),
  source: recordSource,
});
export type RecognitionRecord = z.infer<typeof recognitionRecord>;
