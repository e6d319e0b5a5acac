import type { receiveRecoveryOperation } from '../../contracts/api/recoveries.ts';
import type { ChangeRun } from '../../platform/route.ts';
import { dayOf } from '../../platform/time.ts';
import type { Outcome } from '../../store/delivery.ts';
import type { ReceivedRecovery } from '../../store/recoveries/receive-recovery.ts';
import { mustHaveHappened } from '../must-have-happened.ts';

export type Deps = { readonly receive: (input: ReceivedRecovery) => Promise<Outcome> };

export const receiveRecovery =
  ({ receive }: Deps): ChangeRun<typeof receiveRecoveryOperation> =>
  async ({ actor, at, params, body, idempotency }) => {
    mustHaveHappened(body.received.receivedOn, dayOf(at));
    const { receipt } = await receive({ id: params.recoveryId, ...body, actor, at, request: idempotency });
    return receipt;
  };
