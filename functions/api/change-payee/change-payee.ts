import type { changePayeeOperation } from '../../contracts/api/applications.ts';
import type { ChangeRun } from '../../platform/route.ts';
import type { PayeeChange } from '../../store/change-payee.ts';
import type { Outcome } from '../../store/delivery.ts';
import type { Deliver } from '../deliver.ts';

export type Deps = {
  readonly change: (input: PayeeChange) => Promise<Outcome>;
  readonly deliver: Deliver;
};

export const changePayee =
  ({ change, deliver }: Deps): ChangeRun<typeof changePayeeOperation> =>
  async ({ actor, at, params, body, idempotency }) =>
    deliver(await change({ id: params.applicationId, ...body, actor, at, request: idempotency }));
