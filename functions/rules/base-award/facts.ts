import type * as z from 'zod';
import { lookups, organisationLine } from '../facts.ts';
import { baseAwardClaim } from './claim.ts';

export const baseAwardFacts = organisationLine('BASE_AWARD', baseAwardClaim, {
  applicant: lookups.ORGANISATION,
  recognition: lookups.RECOGNITION,
});
export type BaseAwardFacts = z.infer<typeof baseAwardFacts>;
