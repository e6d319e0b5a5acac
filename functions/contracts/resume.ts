import * as z from 'zod';
import { applicationId, version } from './application.ts';
import { noticeId } from './notice.ts';
import { payoutId } from './payout.ts';
import { instant } from './scalars.ts';

/** The steps at which an execution may begin again; each has a branch in the machine's RouteOperation. */
export const resumePoints = [
  'CHECK',
  'CONFIGURE',
  'VERIFY',
  'CORRECT',
  'NOTICE',
  'REEXAMINE',
  'APPROVE',
  'SECOND_APPROVE',
  'PAY',
  'CORRECT_PAYEE',
  'CLOSE',
  'END_REFUSED',
  'END_WITHDRAWN',
  'END_NOT_ANSWERED',
  'END_ABANDONED',
] as const;
export const resumePoint = z.enum(resumePoints);
export type ResumePoint = z.infer<typeof resumePoint>;

/** No version the machine could know: each step reads the row before it believes anything. */
export const unknownVersion = version.parse(`0-${'0'.repeat(32)}`);

/**
 * What an execution is started with that goes on in the middle, all of it read from the row. PARKED: an operator has
 * its task already, and it goes on at `resumeAt` after their word.
 */
export const resumeInput = z.strictObject({
  applicationId,
  resumeAt: resumePoint,
  decision: z.enum(['RESUME', 'PARKED']),
  version,
  division: z.string(),
  noticeId: noticeId.nullable(),
  noticeEndsAt: instant.nullable(),
  correctBy: instant,
  payoutId: payoutId.nullable(),
});
export type ResumeInput = z.infer<typeof resumeInput>;
