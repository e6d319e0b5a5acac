import type { writeOffRecoveryOperation } from '../../contracts/api/recoveries.ts';
import type { ChangeRun } from '../../platform/route.ts';
import type { Outcome } from '../../store/delivery.ts';
import type { RecoveryWriteOff } from '../../store/recoveries/decide-recovery.ts';

export type Deps = { readonly writeOff: (input: RecoveryWriteOff) => Promise<Outcome> };

export const writeOffRecovery =
  ({ writeOff }: Deps): ChangeRun<typeof writeOffRecoveryOperation> =>
  async ({ actor, at, params, body, idempotency }) => {
    const { receipt } = await writeOff({ id: params.recoveryId, ...body, actor, at, request: idempotency });
    return receipt;
  };
