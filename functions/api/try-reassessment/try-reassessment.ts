import type { tryReassessmentOperation } from '../../contracts/api/reassessments.ts';
import type { ReadRun } from '../../platform/route.ts';
import type { Found, tryReassessment as tryAgain } from '../../store/reassess/reassess.ts';
import { reassessmentViewOf } from '../views/reassessment-view.ts';

export type Deps = { readonly tryAgain: (asked: Parameters<typeof tryAgain>[1]) => Promise<Found> };

export const tryReassessment =
  (deps: Deps): ReadRun<typeof tryReassessmentOperation> =>
  async ({ actor, at, params, query: { lines } }) =>
    reassessmentViewOf(
      await deps.tryAgain({ id: params.applicationId, actor, at, ...(lines && { lineNos: lines }) }),
    );
