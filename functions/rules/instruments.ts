import type * as z from 'zod';
import { baseAwardClaim } from './base-award/claim.ts';
import { baseAwardLine, baseAwardProfile } from './base-award/instrument.ts';
import { baseShipped, baseAwardValues } from './base-award/values.ts';
import { farmHiringClaim } from './farm-hiring-subsidy/claim.ts';
import { farmHiringLine, farmHiringProfile } from './farm-hiring-subsidy/instrument.ts';
import { hiringClaim } from './hiring-subsidy/claim.ts';
import { hiringLine, hiringProfile } from './hiring-subsidy/instrument.ts';
import { hiringShipped, hiringValues } from './hiring-subsidy/values.ts';
import { overseasClaim } from './overseas-subsidy/claim.ts';
import { overseasLine, overseasProfile } from './overseas-subsidy/instrument.ts';
import { overseasShipped, overseasValues } from './overseas-subsidy/values.ts';
import { placementClaim } from './placement-subsidy/claim.ts';
import { placementLine, placementProfile } from './placement-subsidy/instrument.ts';
import { placementShipped, placementValues } from './placement-subsidy/values.ts';
import { postClaim } from './public-works-post/claim.ts';
import { postLine, postProfile } from './public-works-post/instrument.ts';
import { postShipped, postValues } from './public-works-post/values.ts';
import { retentionClaim } from './retention-allowance/claim.ts';
import { retentionLine, retentionProfile } from './retention-allowance/instrument.ts';
import { retentionShipped, retentionValues } from './retention-allowance/values.ts';
import { socialInsuranceClaim } from './social-insurance-subsidy/claim.ts';
import { socialInsuranceLine, socialInsuranceProfile } from './social-insurance-subsidy/instrument.ts';
import { socialInsuranceShipped, socialInsuranceValues } from './social-insurance-subsidy/values.ts';
import { trainingClaim } from './training-subsidy/claim.ts';
import { trainingLine, trainingProfile } from './training-subsidy/instrument.ts';
import { trainingShipped, trainingValues } from './training-subsidy/values.ts';
import { transportClaim } from './transport-subsidy/claim.ts';
import { transportLine, transportProfile } from './transport-subsidy/instrument.ts';
import { transportShipped, transportValues } from './transport-subsidy/values.ts';
import { unemploymentClaim } from './unemployment-assistance/claim.ts';
import { unemploymentLine, unemploymentProfile } from './unemployment-assistance/instrument.ts';
import { unemploymentShipped, unemploymentValues } from './unemployment-assistance/values.ts';
import { workshopClaim } from './workshop-recognition/claim.ts';
import { workshopLine, workshopProfile } from './workshop-recognition/instrument.ts';
import { workshopShipped, workshopValues } from './workshop-recognition/values.ts';
import type { ShippedValue } from './values/shipped.ts';

/*
 * The instruments of the notice, in its order: a new one is added to these lists, and to `decisions.ts`
 * (docs/adr/0009). They are several, so that a function which only needs the names, or the shapes of claims, carries
 * no rules.
 */

/** What the whole desk asks of each. */
export const profiles = {
  TRANSPORT_SUBSIDY: transportProfile,
  PLACEMENT_SUBSIDY: placementProfile,
  OVERSEAS_SUBSIDY: overseasProfile,
  TRAINING_SUBSIDY: trainingProfile,
  HIRING_SUBSIDY: hiringProfile,
  FARM_HIRING_SUBSIDY: farmHiringProfile,
  SOCIAL_INSURANCE_SUBSIDY: socialInsuranceProfile,
  WORKSHOP_RECOGNITION: workshopProfile,
  BASE_AWARD: baseAwardProfile,
  RETENTION_ALLOWANCE: retentionProfile,
  PUBLIC_WORKS_POST: postProfile,
  UNEMPLOYMENT_ASSISTANCE: unemploymentProfile,
} as const;
type Code = keyof typeof profiles;

/** What is filed. */
export const claims = {
  TRANSPORT_SUBSIDY: transportClaim,
  PLACEMENT_SUBSIDY: placementClaim,
  OVERSEAS_SUBSIDY: overseasClaim,
  TRAINING_SUBSIDY: trainingClaim,
  HIRING_SUBSIDY: hiringClaim,
  FARM_HIRING_SUBSIDY: farmHiringClaim,
  SOCIAL_INSURANCE_SUBSIDY: socialInsuranceClaim,
  WORKSHOP_RECOGNITION: workshopClaim,
  BASE_AWARD: baseAwardClaim,
  RETENTION_ALLOWANCE: retentionClaim,
  PUBLIC_WORKS_POST: postClaim,
  UNEMPLOYMENT_ASSISTANCE: unemploymentClaim,
} as const satisfies Record<Code, z.ZodType>;

/** What a line rests on. */
export const lines = {
  TRANSPORT_SUBSIDY: transportLine,
  PLACEMENT_SUBSIDY: placementLine,
  OVERSEAS_SUBSIDY: overseasLine,
  TRAINING_SUBSIDY: trainingLine,
  HIRING_SUBSIDY: hiringLine,
  FARM_HIRING_SUBSIDY: farmHiringLine,
  SOCIAL_INSURANCE_SUBSIDY: socialInsuranceLine,
  WORKSHOP_RECOGNITION: workshopLine,
  BASE_AWARD: baseAwardLine,
  RETENTION_ALLOWANCE: retentionLine,
  PUBLIC_WORKS_POST: postLine,
  UNEMPLOYMENT_ASSISTANCE: unemploymentLine,
} as const satisfies Record<Code, unknown>;

/** The shapes of their rule values, by the name of the section. */
export const valueSections = {
  transport: transportValues,
  placement: placementValues,
  overseas: overseasValues,
  training: trainingValues,
  hiring: hiringValues,
  socialInsurance: socialInsuranceValues,
  workshop: workshopValues,
  base: baseAwardValues,
  retention: retentionValues,
  publicWorks: postValues,
  unemployment: unemploymentValues,
} as const satisfies Record<(typeof profiles)[Code]['section'], z.ZodType>;

/** What the province has set of them. */
export const shippedByInstruments: readonly ShippedValue[] = [
  ...transportShipped,
  ...placementShipped,
  ...overseasShipped,
  ...trainingShipped,
  ...hiringShipped,
  ...socialInsuranceShipped,
  ...workshopShipped,
  ...baseShipped,
  ...retentionShipped,
  ...postShipped,
  ...unemploymentShipped,
];
