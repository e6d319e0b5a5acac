import * as z from 'zod';
import { applicationId, version } from './application.ts';
import { handlingCounty } from './divisions.ts';
import { machineTaskKind } from './queue.ts';
import { noticeId } from './notice.ts';
import { resumePoint } from './resume.ts';
import { payoutId } from './payout.ts';
import { instant } from './scalars.ts';

/*
 * What the machine sends to each task, and what it may get back. The payload holds ids and a few small facts,
 * never documents. `at` is the time the state was entered: functions read no clock. `version` is the version the
 * machine knows; a step rests its change on it and reads again only when somebody else was first.
 */

const step = { applicationId, at: instant };
const resting = { ...step, version };
const waiting = { ...resting, token: z.string().min(1) };

export const checkApplicationInput = z.strictObject(step);
export const checkApplicationOutput = z.strictObject({
  outcome: z.enum(['APPROVE', 'REVIEW', 'REJECT', 'NOT_CONFIGURED', 'WITHDRAWN', 'MORE']),
  version,
  division: z.string(),
  /** A clear application goes on notice with the check itself: its list is hung out in the same transaction. */
  noticeId: noticeId.optional(),
  noticeEndsAt: instant.optional(),
});

export const openTaskInput = z.strictObject({ ...waiting, kind: machineTaskKind, division: z.string() });
export const publishNoticeInput = z.strictObject({
  ...waiting,
  division: z.string(),
  noticeId,
  noticeEndsAt: instant,
  /** The check hung it out already; only the token is missing. */
  published: z.boolean(),
});
export const payApplicationInput = z.strictObject({ ...waiting, division: z.string(), payoutId });
/** A task that waits answers through its token; what it returns is not read. */
export const waitingOutput = z.strictObject({});

export const endings = ['REFUSED', 'WITHDRAWN', 'NOT_ANSWERED', 'ABANDONED'] as const;
export const endApplicationInput = z.strictObject({ ...step, ending: z.enum(endings) });
export const endApplicationOutput = z.strictObject({
  /** RESUBMITTED: the correction was in the row when its deadline passed, so the application lives on. */
  ended: z.enum(['REFUSED', 'WITHDRAWN', 'RESUBMITTED']),
  version,
});

export const closeApplicationInput = z.strictObject(resting);
export const closeApplicationOutput = z.strictObject({ version });

export const sweepOutboxInput = z.object({ time: instant });
export const sweepOutboxOutput = z.strictObject({
  started: z.int(),
  answered: z.int(),
  dropped: z.int(),
  /** Applications that waited for a rule value which has been approved since. */
  rechecked: z.int(),
});

/** A schedule's call; EventBridge sends more than the time. */
export const rotateKeysInput = z.object({ time: instant });
export const rotateKeysOutput = z.strictObject({
  done: z.enum(['RING_MADE', 'KEY_ADDED', 'NOTHING_DUE']),
  current: z.string(),
  keys: z.int(),
});

export const reconcileDivisionInput = z.strictObject({ division: handlingCounty, at: instant });
export const reconcileDivisionOutput = z.strictObject({
  division: z.string(),
  /** Records that say different things. */
  differences: z.int(),
  /** Work that waits for longer than it should. */
  late: z.int(),
});

/** An operator's call. */
export const resumeApplicationInput = z.strictObject({ applicationId, time: instant });
export const resumeApplicationOutput = z.discriminatedUnion('done', [
  z.strictObject({ done: z.literal('RESTARTED'), execution: z.string(), resumeAt: resumePoint }),
  /** It runs; it has nothing to do any more; the sweeper starts it; somebody else was faster. */
  z.strictObject({ done: z.enum(['RUNNING', 'AT_END', 'NOT_STARTED_YET', 'MOVED_ON', 'UNKNOWN']) }),
]);

export type OpenTaskInput = z.infer<typeof openTaskInput>;
export type PublishNoticeInput = z.infer<typeof publishNoticeInput>;
export type PayApplicationInput = z.infer<typeof payApplicationInput>;
export type EndApplicationInput = z.infer<typeof endApplicationInput>;
export type EndApplicationOutput = z.infer<typeof endApplicationOutput>;
export type CheckApplicationInput = z.infer<typeof checkApplicationInput>;
export type CheckApplicationOutput = z.infer<typeof checkApplicationOutput>;
