import * as z from 'zod';
import { checkOutcomes, lineOutcome } from './assessment.ts';
import { fen, sentence } from './scalars.ts';

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** A fact or a rule value as the two runs had it; left out where a run did not have it. */
const changedValue = z.object({ name: z.string(), before: value.optional(), after: value.optional() });

const outcomeThen = z.object({ outcome: z.enum(checkOutcomes), sentence });

/** Two runs of the rules over one line, side by side: only what differs. */
export const runDifference = z.object({
  lineNo: z.int().min(1),
  facts: z.array(changedValue),
  values: z.array(changedValue),
  checks: z.array(
    z.object({
      checkId: z.string(),
      clause: z.string(),
      before: outcomeThen.optional(),
      after: outcomeThen.optional(),
    }),
  ),
  outcome: z.object({ before: lineOutcome, after: lineOutcome }).optional(),
  amounts: z.array(z.object({ period: z.string(), beforeFen: fen, afterFen: fen })),
});
export type RunDifference = z.infer<typeof runDifference>;
