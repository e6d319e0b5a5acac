import type { withdrawApplicationOperation } from '../../contracts/api/applications.ts';
import type { ChangeRun } from '../../platform/route.ts';
import type { Withdrawal } from '../../store/withdraw-application.ts';
import type { Outcome } from '../../store/delivery.ts';
import type { Deliver } from '../deliver.ts';

export type Deps = {
  readonly change: (input: Withdrawal) => Promise<Outcome>;
  readonly deliver: Deliver;
};

export const withdrawApplication =
  ({ change, deliver }: Deps): ChangeRun<typeof withdrawApplicationOperation> =>
  async ({ actor, at, params, body, idempotency }) =>
    deliver(await change({ id: params.applicationId, ...body, actor, at, request: idempotency }));
