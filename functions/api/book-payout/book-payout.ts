import type { bookPayoutOperation } from '../../contracts/api/payouts.ts';
import type { IsoDate } from '../../contracts/scalars.ts';
import { ProblemError } from '../../platform/errors.ts';
import type { ChangeRun } from '../../platform/route.ts';
import { dayOf } from '../../platform/time.ts';
import type { Outcome } from '../../store/delivery.ts';
import type { PayoutBooking } from '../../store/payouts/booking-change.ts';
import type { Deliver } from '../deliver.ts';

export type Deps = {
  readonly book: (input: PayoutBooking) => Promise<Outcome>;
  readonly deliver: Deliver;
};

const mustHaveHappened = (bookedOn: IsoDate, today: IsoDate): void => {
  if (bookedOn > today)
    throw new ProblemError(
      422,
      'DAY_IN_FUTURE',
      `It is ${today}; the bank cannot have booked on ${bookedOn}. Give the day on the bank’s slip.`,
    );
};

export const bookPayout =
  ({ book, deliver }: Deps): ChangeRun<typeof bookPayoutOperation> =>
  async ({ actor, at, params, body, idempotency }) => {
    mustHaveHappened(body.booking.bookedOn, dayOf(at));
    return deliver(await book({ id: params.payoutId, ...body, actor, at, request: idempotency }));
  };
