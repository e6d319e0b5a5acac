import type { proposeRecoveryOperation } from '../../contracts/api/recoveries.ts';
import type { ChangeRun } from '../../platform/route.ts';
import type { Outcome } from '../../store/delivery.ts';
import type { AskBack } from '../../store/recoveries/ask-back.ts';

export type Deps = { readonly ask: (input: AskBack) => Promise<Outcome> };

export const proposeRecovery =
  ({ ask }: Deps): ChangeRun<typeof proposeRecoveryOperation> =>
  async ({ actor, at, params, body, idempotency }) => {
    const { receipt } = await ask({ id: params.applicationId, ...body, actor, at, request: idempotency });
    return receipt;
  };
