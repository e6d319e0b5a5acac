import type { IsoDate } from '../contracts/scalars.ts';
import { ProblemError } from '../platform/errors.ts';

/** @throws ProblemError DAY_IN_FUTURE */
export const mustHaveHappened = (bookedOn: IsoDate, today: IsoDate): void => {
  if (bookedOn > today)
    throw new ProblemError(
      422,
      'DAY_IN_FUTURE',
      `It is ${today}; the bank cannot have booked on ${bookedOn}. Give the day on the bank’s slip.`,
    );
};
