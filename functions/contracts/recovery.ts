import * as z from 'zod';
import { applicationId } from './application.ts';
import { both } from './both.ts';
import { instrument } from './instruments.ts';
import { plainText } from './plain-text.ts';
import { runDifference } from './run-difference.ts';
import { fen, instant, isoDate } from './scalars.ts';

export const recoveryId = z
  .string()
  .regex(
    /^A\d{8}-[0-9A-Z]{10}\.RECOVERY\.\d+$/,
    both(
      'a recovery’s number looks like A20200316-7K3M9QW2ZD.RECOVERY.12',
      '追回编号形如 A20200316-7K3M9QW2ZD.RECOVERY.12',
    ),
  )
  .brand<'RecoveryId'>();
export type RecoveryId = z.infer<typeof recoveryId>;

/** Where it was found that too much was paid. */
export const recoveryOrigins = ['REGISTER_CORRECTION', 'AUDIT', 'OWN_REPORT', 'REVERSAL'] as const;
export const recoveryOrigin = z.enum(recoveryOrigins);
export type RecoveryOrigin = z.infer<typeof recoveryOrigin>;

/** A re-assessment found it by the rules, or a person by their own word where the rules see no more than a caveat. */
export const recoveryFinders = ['RULES', 'PERSON'] as const;

/** Proposed by one person and approved by another; SUPERSEDED when a newer re-assessment took its place. */
export const recoveryStates = [
  'PROPOSED',
  'APPROVED',
  'DISMISSED',
  'SUPERSEDED',
  'RECEIVED',
  'WRITTEN_OFF',
] as const;
export const recoveryState = z.enum(recoveryStates);

/** What is asked back of one entitlement, and how much of it is still out. */
export const recoveryPart = z.object({
  lineNo: z.int().min(1),
  subject: z.string(),
  instrument,
  period: z.string(),
  run: z.int(),
  hash: z.string().optional(),
  /** The new full value, and what the payee has. */
  fullFen: fen,
  inHandFen: fen,
  amountFen: fen.min(1),
  leftFen: fen,
});
export type RecoveryPart = z.infer<typeof recoveryPart>;

export const recoveryRow = z.object({
  recoveryId,
  applicationId,
  instrument,
  division: z.string(),
  state: recoveryState,
  origin: recoveryOrigin,
  /** Left out: RULES. */
  foundBy: z.enum(recoveryFinders).optional(),
  clause: z.string(),
  reason: z.string(),
  amountFen: fen.min(1),
  leftFen: fen,
  parts: z.array(recoveryPart).min(1),
  differences: z.array(runDifference),
  proposedAt: instant,
  proposedBy: z.string(),
  decidedAt: instant.optional(),
  decidedBy: z.string().optional(),
  decidedReason: z.string().optional(),
});
export type RecoveryRow = z.infer<typeof recoveryRow>;

/** What finance saw come back. */
export const recoveryReceipt = z.strictObject({
  amountFen: fen.min(1),
  receivedOn: isoDate,
  bankReference: plainText(60),
});
export type RecoveryReceipt = z.infer<typeof recoveryReceipt>;
