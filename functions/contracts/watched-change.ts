import * as z from 'zod';

/** What a register may say later that a claim rested on: it is shown to a person, and decides nothing by itself. */
export const watchedFacts = ['POVERTY_STATUS', 'JOB', 'DEATH', 'MERGED'] as const;

/** One watched fact as the register had it and has it now; left out where it had or has none. */
export const watchedChange = z.strictObject({
  fact: z.enum(watchedFacts),
  /**
   * Which of several: the status, the number of the job; for MERGED whether this person's record was merged INTO
   * another, or another record into this one (FROM). Before and after are then that other record, by its masked id.
   */
  name: z.string(),
  before: z.string().optional(),
  after: z.string().optional(),
});
export type WatchedChange = z.infer<typeof watchedChange>;
