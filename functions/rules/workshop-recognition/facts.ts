import type * as z from 'zod';
import { lookups, organisationLine } from '../facts.ts';
import { workshopClaim } from './claim.ts';

export const workshopFacts = organisationLine('WORKSHOP_RECOGNITION', workshopClaim, {
  applicant: lookups.ORGANISATION,
  premises: lookups.PREMISES,
  recognition: lookups.RECOGNITION,
});
export type WorkshopFacts = z.infer<typeof workshopFacts>;
