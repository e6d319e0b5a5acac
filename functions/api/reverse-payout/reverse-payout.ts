import type { reversePayoutOperation } from '../../contracts/api/payouts.ts';
import type { ChangeRun } from '../../platform/route.ts';
import { dayOf } from '../../platform/time.ts';
import type { Outcome } from '../../store/delivery.ts';
import type { PayoutReversal } from '../../store/payouts/reverse-payout.ts';
import { mustHaveHappened } from '../must-have-happened.ts';

export type Deps = { readonly reverse: (input: PayoutReversal) => Promise<Outcome> };

export const reversePayout =
  ({ reverse }: Deps): ChangeRun<typeof reversePayoutOperation> =>
  async ({ actor, at, params, body, idempotency }) => {
    mustHaveHappened(body.reversal.bookedOn, dayOf(at));
    const { receipt } = await reverse({ id: params.payoutId, ...body, actor, at, request: idempotency });
    return receipt;
  };
