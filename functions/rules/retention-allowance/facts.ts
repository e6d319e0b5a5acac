import type * as z from 'zod';
import { workerLine } from '../facts.ts';
import { retentionClaim } from './claim.ts';

export const retentionFacts = workerLine('RETENTION_ALLOWANCE', retentionClaim, {});
export type RetentionFacts = z.infer<typeof retentionFacts>;
