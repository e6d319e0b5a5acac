import type { submitApplicationOperation } from '../../contracts/api/applications.ts';
import type { ChangeRun } from '../../platform/route.ts';
import type { Submission } from '../../store/submit-application.ts';
import type { Outcome } from '../../store/delivery.ts';
import type { Deliver } from '../deliver.ts';

export type Deps = {
  readonly change: (input: Submission) => Promise<Outcome>;
  readonly deliver: Deliver;
};

export const submitApplication =
  ({ change, deliver }: Deps): ChangeRun<typeof submitApplicationOperation> =>
  async ({ actor, at, params, body, idempotency }) =>
    deliver(await change({ id: params.applicationId, ...body, actor, at, request: idempotency }));
