import type * as z from 'zod';
import { workerLine } from '../facts.ts';
import { transportClaim } from './claim.ts';

export const transportFacts = workerLine('TRANSPORT_SUBSIDY', transportClaim, {});
export type TransportFacts = z.infer<typeof transportFacts>;
