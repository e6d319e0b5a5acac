import type { exportPayoutsOperation } from '../../contracts/api/payouts.ts';
import type { ChangeRun } from '../../platform/route.ts';
import type { OpenedPayout, PayoutsRequest } from '../../store/reading/open-payouts.ts';
import { payoutCsv } from './payout-csv.ts';

export type Deps = { readonly openPayouts: (input: PayoutsRequest) => Promise<readonly OpenedPayout[]> };

export const exportPayouts =
  ({ openPayouts }: Deps): ChangeRun<typeof exportPayoutsOperation> =>
  async ({ actor, at, requestId, body }) =>
    payoutCsv(await openPayouts({ ids: body.payoutIds, actor, at, requestId }));
