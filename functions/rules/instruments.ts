import { baseAward } from './base-award/instrument.ts';
import { farmHiringSubsidy } from './farm-hiring-subsidy/instrument.ts';
import { hiringSubsidy } from './hiring-subsidy/instrument.ts';
import { overseasSubsidy } from './overseas-subsidy/instrument.ts';
import { placementSubsidy } from './placement-subsidy/instrument.ts';
import { publicWorksPost } from './public-works-post/instrument.ts';
import { retentionAllowance } from './retention-allowance/instrument.ts';
import { socialInsuranceSubsidy } from './social-insurance-subsidy/instrument.ts';
import { trainingSubsidy } from './training-subsidy/instrument.ts';
import { transportSubsidy } from './transport-subsidy/instrument.ts';
import { unemploymentAssistance } from './unemployment-assistance/instrument.ts';
import { workshopRecognition } from './workshop-recognition/instrument.ts';

/** The instruments of the notice, in its order: the one list that a new instrument is added to (docs/adr/0009). */
export const instruments = {
  TRANSPORT_SUBSIDY: transportSubsidy,
  PLACEMENT_SUBSIDY: placementSubsidy,
  OVERSEAS_SUBSIDY: overseasSubsidy,
  TRAINING_SUBSIDY: trainingSubsidy,
  HIRING_SUBSIDY: hiringSubsidy,
  FARM_HIRING_SUBSIDY: farmHiringSubsidy,
  SOCIAL_INSURANCE_SUBSIDY: socialInsuranceSubsidy,
  WORKSHOP_RECOGNITION: workshopRecognition,
  BASE_AWARD: baseAward,
  RETENTION_ALLOWANCE: retentionAllowance,
  PUBLIC_WORKS_POST: publicWorksPost,
  UNEMPLOYMENT_ASSISTANCE: unemploymentAssistance,
} as const;
export type InstrumentList = typeof instruments;
