import * as z from 'zod';
import { organiserKinds, spellKind } from './claims.ts';
import { divisionCode, workplaceCode } from './divisions.ts';
import { isoDate } from './scalars.ts';

export const povertyStatuses = ['REGISTERED_POOR', 'LIFTED_STILL_ASSISTED', 'NONE'] as const;
export const workCapacities = ['ABLE', 'PARTIAL', 'LOST', 'NONE'] as const;

/** Where a register's answer came from, and how old it is. */
export const recordSource = z.strictObject({ register: z.string(), asOf: isoDate, version: z.int().min(1) });
export type RecordSource = z.infer<typeof recordSource>;

const dateRange = { startsOn: isoDate, endsOn: isoDate.optional() };

export const statusPeriod = z.strictObject({ status: z.enum(povertyStatuses), ...dateRange });

export const employmentSpell = z.strictObject({
  spellId: z.string().min(1),
  kind: spellKind,
  employerCode: z.string().optional(),
  employerName: z.string(),
  workplace: workplaceCode,
  ...dateRange,
  wageProof: z.boolean(),
  source: recordSource,
});
export type EmploymentSpell = z.infer<typeof employmentSpell>;

/** A seat on an organised trip: the manifest names this worker. */
export const tripSeat = z.strictObject({
  tripId: z.string().min(1),
  organiserKind: z.enum(organiserKinds),
  departsOn: isoDate,
  destination: workplaceCode,
  freeOfCharge: z.boolean(),
  source: recordSource,
});
export type TripSeat = z.infer<typeof tripSeat>;

/** What the registers know of one worker, under the pseudonym `subject`; holds no id, name or phone. */
export const workerRecord = z.strictObject({
  subject: z.string().min(1),
  birthDate: isoDate,
  homeDivision: divisionCode,
  resettlementDivision: divisionCode.optional(),
  povertyStatuses: z.array(statusPeriod),
  workCapacity: z.enum(workCapacities),
  relocated: z.boolean(),
  spells: z.array(employmentSpell),
  seats: z.array(tripSeat),
  source: recordSource,
});
export type WorkerRecord = z.infer<typeof workerRecord>;

export const organisationTypes = [
  'HR_AGENCY',
  'TRAINING_PROVIDER',
  'LABOUR_BROKER',
  'OTHER_MARKET_BODY',
  'PUBLIC_EMPLOYMENT_SERVICE',
  'ENTERPRISE',
  'WORKSHOP',
  'FARM_COOPERATIVE',
  'KEY_PROJECT',
] as const;

/** An organisation, or a labour broker (a natural person, under a pseudonym). */
export const organisationRecord = z.strictObject({
  organisationId: z.string().min(1),
  name: z.string().min(1),
  type: z.enum(organisationTypes),
  /** Companies of one owner carry the same group. */
  ownerGroup: z.string().optional(),
  licence: z.strictObject({ number: z.string().min(1), ...dateRange }).optional(),
  source: recordSource,
});
export type OrganisationRecord = z.infer<typeof organisationRecord>;
