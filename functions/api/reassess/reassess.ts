import type { reassessOperation } from '../../contracts/api/reassessments.ts';
import type { ChangeRun } from '../../platform/route.ts';
import type { Outcome } from '../../store/delivery.ts';
import type { Reassessment } from '../../store/reassess/reassess.ts';
import type { Deliver } from '../deliver.ts';

export type Deps = {
  readonly again: (input: Reassessment) => Promise<Outcome>;
  readonly deliver: Deliver;
};

export const reassess =
  ({ again, deliver }: Deps): ChangeRun<typeof reassessOperation> =>
  async ({ actor, at, params, body: { lineNos, ...body }, idempotency }) =>
    deliver(
      await again({
        id: params.applicationId,
        ...body,
        ...(lineNos && { lineNos }),
        actor,
        at,
        request: idempotency,
      }),
    );
