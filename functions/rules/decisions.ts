import { baseAwardDecision } from './base-award/decision.ts';
import { farmHiringDecision } from './farm-hiring-subsidy/decision.ts';
import { hiringDecision } from './hiring-subsidy/decision.ts';
import { overseasDecision } from './overseas-subsidy/decision.ts';
import { placementDecision } from './placement-subsidy/decision.ts';
import { postDecision } from './public-works-post/decision.ts';
import { retentionDecision } from './retention-allowance/decision.ts';
import { socialInsuranceDecision } from './social-insurance-subsidy/decision.ts';
import { trainingDecision } from './training-subsidy/decision.ts';
import { transportDecision } from './transport-subsidy/decision.ts';
import { unemploymentDecision } from './unemployment-assistance/decision.ts';
import { workshopDecision } from './workshop-recognition/decision.ts';
import type { profiles } from './instruments.ts';

/**
 * How each instrument decides: apart from the lists in `instruments.ts`, because in a bundle the rules are a file of
 * their own that is read when something is to be decided.
 */
export const decisions = {
  TRANSPORT_SUBSIDY: transportDecision,
  PLACEMENT_SUBSIDY: placementDecision,
  OVERSEAS_SUBSIDY: overseasDecision,
  TRAINING_SUBSIDY: trainingDecision,
  HIRING_SUBSIDY: hiringDecision,
  FARM_HIRING_SUBSIDY: farmHiringDecision,
  SOCIAL_INSURANCE_SUBSIDY: socialInsuranceDecision,
  WORKSHOP_RECOGNITION: workshopDecision,
  BASE_AWARD: baseAwardDecision,
  RETENTION_ALLOWANCE: retentionDecision,
  PUBLIC_WORKS_POST: postDecision,
  UNEMPLOYMENT_ASSISTANCE: unemploymentDecision,
} as const satisfies Record<keyof typeof profiles, unknown>;
