import * as z from 'zod';
import { instrument } from './instruments.ts';
import { fen, isoDate, sentence } from './scalars.ts';

/** One check of one line. A register that is down or does not know is UNAVAILABLE, never a refusal. */
export const checkOutcomes = ['PASS', 'FAIL', 'CAVEAT', 'UNAVAILABLE', 'NOT_APPLICABLE'] as const;

/** What a line comes to. */
export const lineOutcomes = ['APPROVE', 'REJECT', 'REVIEW', 'NOT_CONFIGURED'] as const;
export const lineOutcome = z.enum(lineOutcomes);
export type LineOutcome = z.infer<typeof lineOutcome>;

/** Codes of POLICY section 12; the last group is ours, in the same style. */
export const reasonCodes = [
  'OK',
  'CAPPED',
  'NOT_ORGANISED',
  'NOT_OUTSIDE_COUNTY',
  'DUPLICATE',
  'NO_COST_INCURRED',
  'UNDER_AGE',
  'OUT_OF_WINDOW',
  'OVERSEAS_NOT_TIERED',
  'CONTRACT_TOO_SHORT',
  'NOT_REGISTERED_POOR',
  'NOT_MARKET_INTERMEDIARY',
  'RULE_NOT_CONFIGURED',
  'NO_COUNTED_MONTH',
  'WRONG_EMPLOYMENT_KIND',
  'NOT_ABLE_TO_WORK',
  'LICENCE_NOT_VALID',
  'REGISTER_DOES_NOT_KNOW',
  'REGISTER_DIFFERS',
  'PROOF_MISSING',
  'TASK_BASED_CONTRACT',
  'LEFT_WITHIN_30_DAYS',
  'EMPLOYER_IS_APPLICANT',
  'OVERSEAS_TRAVEL',
  'CLAIMED_ELSEWHERE',
  'PAYEE_NOT_WORKER',
] as const;
export const reasonCode = z.enum(reasonCodes);
export type ReasonCode = z.infer<typeof reasonCode>;

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
