import type { decideDifferenceOperation } from '../../contracts/api/differences.ts';
import type { ChangeRun } from '../../platform/route.ts';
import type { DecidedDifference, DifferenceReceipt } from '../../store/differences/decide-difference.ts';

export type Deps = { readonly decide: (input: DecidedDifference) => Promise<DifferenceReceipt> };

export const decideDifference =
  ({ decide }: Deps): ChangeRun<typeof decideDifferenceOperation> =>
  ({ actor, at, params, body, idempotency }) =>
    decide({ ...params, ...body, actor, at, request: idempotency });
