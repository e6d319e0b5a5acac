import type * as z from 'zod';
import { lookups, workerLine } from '../facts.ts';
import { hiringClaim } from './claim.ts';

/** The applicant is the employer; `recognition` is its own as a workshop. */
export const hiringFacts = workerLine('HIRING_SUBSIDY', hiringClaim, {
  applicant: lookups.ORGANISATION,
  recognition: lookups.RECOGNITION,
});
export type HiringFacts = z.infer<typeof hiringFacts>;
