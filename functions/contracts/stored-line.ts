import * as z from 'zod';
import { entitlementPart, lineOutcome } from './assessment.ts';
import { lineClaim } from './claims.ts';
import { reasonCode } from './reasons.ts';
import { fen, isoDate } from './scalars.ts';

/** Whether a line is to be paid: open until the rules or a verifier have said so. */
export const standings = ['OPEN', 'APPROVED', 'REFUSED'] as const;

/** Somebody on a line's roster, as it is kept: under a pseudonym, and masked where it is listed. */
export const storedMember = z.object({
  subject: z.string().min(1),
  maskedName: z.string(),
  startsOn: isoDate,
  endsOn: isoDate.optional(),
});
export type StoredMember = z.infer<typeof storedMember>;

/** A line as it is kept: its people sealed, beside them only what may be listed. */
export const storedLine = z.object({
  lineNo: z.int().min(1),
  /** Whose entitlement it is: the worker's pseudonym, or for a line about an organisation whoever applies. */
  subject: z.string().min(1),
  maskedName: z.string(),
  maskedCitizenId: z.string(),
  workerSealed: z.string().optional(),
  roster: z.array(storedMember).optional(),
  rosterSealed: z.string().optional(),
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
  /** Of the record of the assessment that `run` counts. */
  hash: z.string().optional(),
  /** In a supplement: what it adds to entitlements that the first application, or an earlier supplement, holds. */
  adjusts: z.array(entitlementPart).optional(),
  /** The rule values it waits for. */
  missing: z.array(z.string()).optional(),
  decidedReason: z.string().optional(),
});
export type StoredLine = z.infer<typeof storedLine>;
