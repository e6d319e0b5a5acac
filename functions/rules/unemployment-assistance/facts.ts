import type * as z from 'zod';
import { workerLine } from '../facts.ts';
import { unemploymentClaim } from './claim.ts';

export const unemploymentFacts = workerLine('UNEMPLOYMENT_ASSISTANCE', unemploymentClaim, {});
export type UnemploymentFacts = z.infer<typeof unemploymentFacts>;
