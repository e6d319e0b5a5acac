import type * as z from 'zod';
import { lookups, workerLine } from '../facts.ts';
import { socialInsuranceClaim } from './claim.ts';

export const socialInsuranceFacts = workerLine('SOCIAL_INSURANCE_SUBSIDY', socialInsuranceClaim, {
  applicant: lookups.ORGANISATION,
});
export type SocialInsuranceFacts = z.infer<typeof socialInsuranceFacts>;
