import type { RecognitionRecord } from '../contracts/registers/organisation.ts';
import type { IsoDate } from '../contracts/scalars.ts';

type Step = RecognitionRecord['history'][number];
export type Standing = Step['status'] | 'NOT_YET';

/** The step in force on a day: of those that have begun the one that began last; of one day's, the last written. */
export const stepOn = ({ history }: Pick<RecognitionRecord, 'history'>, on: IsoDate): Step | undefined => {
  let found: Step | undefined;
  for (const step of history)
    if (step.from <= on && (found === undefined || step.from >= found.from)) found = step;
  return found;
};

/** How a recognition stood on a day; NOT_YET before its first step. */
export const standingOn = (recognition: Pick<RecognitionRecord, 'history'>, on: IsoDate): Standing =>
  stepOn(recognition, on)?.status ?? 'NOT_YET';
