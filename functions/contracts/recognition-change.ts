import * as z from 'zod';
import { version } from './application.ts';
import { both } from './both.ts';
import { instant, isoDate } from './scalars.ts';

/** What two people may do to a recognition. KEEP ends a review and leaves the status as it is. */
export const recognitionChanges = ['SUSPEND', 'RESUME', 'REVOKE', 'KEEP'] as const;
export type RecognitionChange = (typeof recognitionChanges)[number];

/**
 * What somebody saw of a recognition: the revision of its entry in the register, and the last event of its life here
 * (none while only files have spoken of it).
 */
export const recognitionVersion = z
  .string()
  .regex(
    /^\d{1,9}\.(none|\d{1,9}-[0-9a-f]{32})$/,
    both('send back the version you were given with the recognition', '请原样提交读取认定时得到的 version'),
  );

/** What goes on with a recognition beside its entry in the register. */
export const recognitionLife = z.object({
  version,
  /** A head-count fell below the number: the status stays until somebody has looked (POLICY 3.9 c). */
  review: z.strictObject({ openedOn: isoDate, headCount: z.int(), needed: z.int() }).optional(),
  proposal: z
    .strictObject({ change: z.enum(recognitionChanges), reason: z.string(), by: z.string(), at: instant })
    .optional(),
});
export type RecognitionLife = z.infer<typeof recognitionLife>;
