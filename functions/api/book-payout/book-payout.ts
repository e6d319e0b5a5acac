import type { bookPayoutOperation } from '../../contracts/api/payouts.ts';
import type { ChangeRun } from '../../platform/route.ts';
import { dayOf } from '../../platform/time.ts';
import type { Outcome } from '../../store/delivery.ts';
import type { PayoutBooking } from '../../store/payouts/booking-change.ts';
import type { Deliver } from '../deliver.ts';
import { mustHaveHappened } from '../must-have-happened.ts';

export type Deps = {
  readonly book: (input: PayoutBooking) => Promise<Outcome>;
  readonly deliver: Deliver;
};

export const bookPayout =
  ({ book, deliver }: Deps): ChangeRun<typeof bookPayoutOperation> =>
  async ({ actor, at, params, body, idempotency }) => {
    mustHaveHappened(body.booking.bookedOn, dayOf(at));
    return deliver(await book({ id: params.payoutId, ...body, actor, at, request: idempotency }));
  };
