import type * as z from 'zod';
import { lookups, workerLine } from '../facts.ts';
import { trainingClaim } from './claim.ts';

export const trainingFacts = workerLine('TRAINING_SUBSIDY', trainingClaim, {
  applicant: lookups.ORGANISATION,
  course: lookups.COURSE,
});
export type TrainingFacts = z.infer<typeof trainingFacts>;
