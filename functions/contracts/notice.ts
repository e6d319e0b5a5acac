import * as z from 'zod';
import { both } from './both.ts';
import { applicationId } from './application.ts';
import { instrument } from './instruments.ts';
import { fen, instant, isoDate } from './scalars.ts';

export const noticeId = z
  .string()
  .regex(
    /^A\d{8}-[0-9A-Z]{10}\.NOTICE\.\d+$/,
    both(
      'a notice number looks like A20200316-7K3M9QW2ZD.NOTICE.3',
      '公示编号形如 A20200316-7K3M9QW2ZD.NOTICE.3',
    ),
  )
  .brand<'NoticeId'>();
export type NoticeId = z.infer<typeof noticeId>;

/**
 * One line of a public notice. The white list of what may hang on a village wall: no id, no account, no phone
 * can be added by configuration (ANCHORS, opportunity 2).
 */
export const noticeLine = z.strictObject({
  lineNo: z.int().min(1),
  maskedName: z.string(),
  division: z.string(),
  workplace: z.string(),
  periods: z.array(z.string()),
  amountFen: fen,
});
export type NoticeLine = z.infer<typeof noticeLine>;

/** A frozen list. Once published it does not change; `listHash` proves it. */
export const noticeRow = z.object({
  noticeId,
  applicationId,
  instrument,
  division: z.string(),
  applicantName: z.string(),
  lineCount: z.int().min(1),
  amountFen: fen,
  pages: z.int().min(1),
  listHash: z.string(),
  status: z.enum(['PREPARED', 'PUBLISHED', 'ENDED']),
  publishedAt: instant.optional(),
  startsOn: isoDate.optional(),
  endsOn: isoDate.optional(),
  token: z.string().optional(),
});
export type NoticeRow = z.infer<typeof noticeRow>;

/** An objection from the public. The objector's contact is sealed; what they say is for the re-examiner. */
export const objectionRow = z.object({
  objectionId: z.string(),
  noticeId,
  applicationId,
  lineNo: z.int().min(1).optional(),
  textSealed: z.string(),
  contactSealed: z.string().optional(),
  raisedAt: instant,
  status: z.enum(['OPEN', 'DISMISSED', 'UPHELD']),
});
export type ObjectionRow = z.infer<typeof objectionRow>;
