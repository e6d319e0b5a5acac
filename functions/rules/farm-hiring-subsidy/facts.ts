import type * as z from 'zod';
import { lookups, workerLine } from '../facts.ts';
import { farmHiringClaim } from './claim.ts';

/** The applicant is the employer. */
export const farmHiringFacts = workerLine('FARM_HIRING_SUBSIDY', farmHiringClaim, {
  applicant: lookups.ORGANISATION,
});
export type FarmHiringFacts = z.infer<typeof farmHiringFacts>;
