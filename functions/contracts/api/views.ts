import * as z from 'zod';
import {
  applicantKinds,
  applicationId,
  applicationState,
  channels,
  flags,
  version,
  waitKinds,
} from '../application.ts';
import { lineOutcome } from '../assessment.ts';
import { reasonCode } from '../reasons.ts';
import { lineClaim } from '../claims.ts';
import { instrument } from '../instruments.ts';
import { fen, instant, isoDate, sentence } from '../scalars.ts';
import { standings } from '../stored-line.ts';
import { explainedReason } from './parts.ts';

/** An application in a list. A person's name is masked. */
export const applicationSummary = z.object({
  applicationId,
  instrument,
  division: z.string(),
  state: applicationState,
  flags: z.array(z.enum(flags)),
  version,
  applicantKind: z.enum(applicantKinds),
  applicant: z.string().describe('The organisation, or the person’s masked name'),
  channel: z.enum(channels),
  lineCount: z.int(),
  amountFen: fen.describe('What the lines come to that are approved as they stand'),
  createdAt: instant,
  submittedAt: instant.optional(),
  stateSince: instant,
});
export type ApplicationSummary = z.infer<typeof applicationSummary>;

/** How many lines came out how in the last check, or after the verifier’s word. */
export const lineTally = z.object({
  approve: z.int(),
  reject: z.int(),
  review: z.int(),
  notConfigured: z.int(),
});

export const nextStep = z.object({
  sentence: sentence.describe('What happens next, who has it, and by when'),
  waitingFor: z.enum(waitKinds).optional(),
  dueOn: isoDate.optional(),
});

/** A line as it may be listed: the worker is masked. */
export const lineView = z.object({
  lineNo: z.int(),
  maskedName: z.string(),
  maskedCitizenId: z.string(),
  /** Whom a line about an organisation names, masked; checks name them by their position. */
  roster: z
    .array(
      z.object({
        position: z.int(),
        maskedName: z.string(),
        startsOn: isoDate,
        endsOn: isoDate.optional(),
      }),
    )
    .optional(),
  content: lineClaim,
  standing: z.enum(standings),
  outcome: lineOutcome.optional(),
  amountFen: fen,
  reasonCode: reasonCode.optional(),
  reasons: z.array(explainedReason),
  decidedReason: z.string().optional(),
});
export type LineView = z.infer<typeof lineView>;
