import type { RecognitionLife } from '../../contracts/recognition-change.ts';
import type { RuleValues } from '../../contracts/rule-values.ts';
import type { IsoDate } from '../../contracts/scalars.ts';
import { ProblemError } from '../../platform/errors.ts';
import { dayOf } from '../../platform/time.ts';
import type { KeylessDesk } from '../desk.ts';
import { doerOf } from '../doer.ts';
import { recentBook } from '../rule-values/rule-book.ts';
import { changeRecognition, type Asking, type RecognitionReceipt } from './change-recognition.ts';
import type { Recognition } from './read-recognition.ts';
import { neededWorkers } from './threshold.ts';

export type HeadsCounted = Asking & { readonly headCount: number; readonly countedOn: IsoDate };

const mustBePast = ({ countedOn, at }: HeadsCounted): void => {
  if (countedOn > dayOf(at))
    throw new ProblemError(422, 'DAY_IN_FUTURE', 'That day is yet to come; give the day of the count.');
};

/** Too few: a review is opened, or goes on with the new number. Enough again: it ends. */
const reviewAfter = (
  { record, life }: Recognition,
  { headCount, at }: HeadsCounted,
  values: RuleValues,
): RecognitionLife['review'] => {
  const today = dayOf(at);
  const needed = neededWorkers(record, values);
  if (needed === null) return life?.review;
  return headCount < needed ? { openedOn: life?.review?.openedOn ?? today, headCount, needed } : undefined;
};

/**
 * Enters a new head-count. Below the number it opens a review, and the status stays until that is decided
 * (POLICY 3.9 c).
 * @throws ProblemError NOT_FOUND, VERSION_STALE, DAY_IN_FUTURE
 */
export const countHeads = async (desk: KeylessDesk, input: HeadsCounted): Promise<RecognitionReceipt> => {
  const book = await recentBook(desk.table, input.actor.division);
  return changeRecognition(desk, input, (seen) => {
    mustBePast(input);
    const { actor, at, headCount, countedOn } = input;
    const { record } = seen;
    const { proposal } = seen.life ?? {};
    const review = reviewAfter(seen, input, book.rulesOn(dayOf(at)).values);
    return {
      record: {
        ...record,
        headCount,
        countedOn,
        source: { ...record.source, asOf: dayOf(at), version: record.source.version + 1 },
      },
      life: { ...(review && { review }), ...(proposal && { proposal }) },
      event: {
        type: 'HEADS_COUNTED',
        at,
        by: doerOf(actor),
        details: { headCount, countedOn, underReview: review !== undefined },
      },
    };
  });
};
