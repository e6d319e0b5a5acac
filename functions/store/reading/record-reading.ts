import * as z from 'zod';
import type { Actor } from '../../contracts/actor.ts';
import type { ApplicationId } from '../../contracts/application.ts';
import { instant, type Instant } from '../../contracts/scalars.ts';
import { doer } from '../audit/events.ts';
import { doerOf } from '../doer.ts';
import { readingKey } from '../keys.ts';
import type { Write } from '../transact.ts';

/**
 * That somebody read personal data, written before it is shown. A row of its own: reading changes nothing, so it
 * leaves the application's version alone, and whoever looked an id up can still decide on what they saw.
 */
export const readingRow = z.object({
  at: instant,
  by: doer,
  requestId: z.string(),
  /** What was read: `LINE 3`, or the payout's number. */
  what: z.string(),
  why: z.string(),
});
export type ReadingRow = z.infer<typeof readingRow>;

export type Reader = { readonly actor: Actor; readonly at: Instant; readonly requestId: string };

/** One reading; `why` is the task it was for, or the export. */
export const recordReading = (
  id: ApplicationId,
  { actor, at, requestId }: Reader,
  { what, why }: Pick<ReadingRow, 'what' | 'why'>,
): Write => {
  const row: ReadingRow = { at, by: doerOf(actor), requestId, what, why };
  return {
    Put: {
      Item: { ...readingKey(id, at, requestId, what), ...row },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  };
};
