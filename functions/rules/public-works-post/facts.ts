import type * as z from 'zod';
import { lookups, workerLine } from '../facts.ts';
import { postClaim } from './claim.ts';

export const postFacts = workerLine('PUBLIC_WORKS_POST', postClaim, { post: lookups.POST });
export type PostFacts = z.infer<typeof postFacts>;
