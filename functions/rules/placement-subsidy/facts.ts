import type * as z from 'zod';
import { lookups, workerLine } from '../facts.ts';
import { placementClaim } from './claim.ts';

export const placementFacts = workerLine('PLACEMENT_SUBSIDY', placementClaim, {
  applicant: lookups.ORGANISATION,
  employer: lookups.ORGANISATION,
});
export type PlacementFacts = z.infer<typeof placementFacts>;
