import * as z from 'zod';
import { lineAssessment } from './assessment.ts';
import { instant } from './scalars.ts';

/**
 * One run of the rules over one line, as it is kept for good: what the rules were told, which values held, what they
 * said. Nothing outside it is needed to decide the line again (`subsidy replay`).
 */
export const assessmentRecord = z.strictObject({
  format: z.literal(1),
  applicationId: z.string(),
  /** Of the application, before this check. */
  applicationVersion: z.string(),
  lineNo: z.int().min(1),
  run: z.int().min(1),
  at: instant,
  rules: z.strictObject({
    /** Of the rules' code: raised when the same facts may come out differently. */
    version: z.string(),
    /** The set of rule values and their documents, by its own hash; kept once for all records that used it. */
    valuesHash: z.string().length(64),
  }),
  facts: z.unknown(),
  /** The clauses that the checks name, in the notice's own words. */
  clauses: z.record(z.string(), z.string()),
  assessment: lineAssessment,
});
export type AssessmentRecord = z.infer<typeof assessmentRecord>;
