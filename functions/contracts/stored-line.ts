import * as z from 'zod';
import { entitlementPart, lineOutcome, reasonCode } from './assessment.ts';
import { lineClaim } from './claims.ts';
import { fen } from './scalars.ts';

/** Whether a line is to be paid: open until the rules or a verifier have said so. */
export const standings = ['OPEN', 'APPROVED', 'REFUSED'] as const;

/** A line as it is kept: the worker sealed, beside it only what may be listed. */
export const storedLine = z.object({
  lineNo: z.int().min(1),
  /** The worker's pseudonym. */
  subject: z.string().min(1),
  maskedName: z.string(),
  maskedCitizenId: z.string(),
  workerSealed: z.string(),
  content: lineClaim,
  standing: z.enum(standings),
  run: z.int().min(0),
  outcome: lineOutcome.optional(),
  amountFen: fen,
  reasonCode: reasonCode.optional(),
  reasons: z.array(reasonCode),
  /** The entitlements this line holds the keys of. */
  held: z.array(entitlementPart),
  /** The entitlements it would earn; the same as `held` unless another application holds a key. */
  earns: z.array(entitlementPart),
  decidedReason: z.string().optional(),
});
export type StoredLine = z.infer<typeof storedLine>;
