import type * as z from 'zod';
import { lookups, workerLine } from '../facts.ts';
import { overseasClaim } from './claim.ts';

export const overseasFacts = workerLine('OVERSEAS_SUBSIDY', overseasClaim, {
  /** Absent where the claim names no company. */
  operator: lookups.ORGANISATION.optional(),
});
export type OverseasFacts = z.infer<typeof overseasFacts>;
