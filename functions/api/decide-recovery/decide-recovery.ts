import type { decideRecoveryOperation } from '../../contracts/api/recoveries.ts';
import type { ChangeRun } from '../../platform/route.ts';
import type { Outcome } from '../../store/delivery.ts';
import type { RecoveryDecision } from '../../store/recoveries/decide-recovery.ts';

export type Deps = { readonly decide: (input: RecoveryDecision) => Promise<Outcome> };

export const decideRecovery =
  ({ decide }: Deps): ChangeRun<typeof decideRecoveryOperation> =>
  async ({ actor, at, params, body, idempotency }) => {
    const { receipt } = await decide({ id: params.recoveryId, ...body, actor, at, request: idempotency });
    return receipt;
  };
