import * as z from 'zod';
import { instrument } from './instruments.ts';
import { reasonCode } from './reasons.ts';
import { fen, isoDate, sentence } from './scalars.ts';

/** One check of one line. A register that is down or does not know is UNAVAILABLE, never a refusal. */
export const checkOutcomes = ['PASS', 'FAIL', 'CAVEAT', 'UNAVAILABLE', 'NOT_APPLICABLE'] as const;

/** What a line comes to. */
export const lineOutcomes = ['APPROVE', 'REJECT', 'REVIEW', 'NOT_CONFIGURED'] as const;
export const lineOutcome = z.enum(lineOutcomes);
export type LineOutcome = z.infer<typeof lineOutcome>;

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** A fact a check read: its name, its value and where it came from. Never an id, an account or a phone. */
export const checkInput = z.strictObject({
  name: z.string(),
  value: scalar,
  source: z.string(),
  asOf: isoDate.optional(),
});

/** A rule value a check used. */
export const usedValue = z.strictObject({ ruleId: z.string(), value: scalar, source: z.string() });

export const check = z.strictObject({
  checkId: z.string(),
  outcome: z.enum(checkOutcomes),
  /** Of the notice, as POLICY numbers it: 二.1, 二.2, 六.2. */
  clause: z.string(),
  reasonCode: reasonCode.optional(),
  inputs: z.array(checkInput),
  values: z.array(usedValue),
  sentence,
});
export type Check = z.infer<typeof check>;

/** What a line earns for one period; with instrument and subject it is the entitlement's key. */
export const entitlementPart = z.strictObject({ period: z.string().min(1), amountFen: fen });
export type EntitlementPart = z.infer<typeof entitlementPart>;

export const lineAssessment = z.strictObject({
  instrument,
  outcome: lineOutcome,
  /** What is paid if the line is approved as it stands; for REVIEW, what would be paid if the officer approves. */
  amountFen: fen,
  /** The first by importance of `reasons`. */
  reasonCode,
  reasons: z.array(reasonCode).min(1),
  /** The clause the amount rests on. */
  clause: z.string(),
  entitlements: z.array(entitlementPart),
  checks: z.array(check),
});
export type LineAssessment = z.infer<typeof lineAssessment>;
