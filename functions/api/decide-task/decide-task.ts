import type { decideTaskOperation } from '../../contracts/api/tasks.ts';
import type { ChangeRun } from '../../platform/route.ts';
import type { TaskDecision } from '../../store/decisions/decision.ts';
import type { Outcome } from '../../store/delivery.ts';
import type { Deliver } from '../deliver.ts';

export type Deps = {
  readonly decide: (input: TaskDecision) => Promise<Outcome>;
  readonly deliver: Deliver;
};

export const decideTask =
  ({ decide, deliver }: Deps): ChangeRun<typeof decideTaskOperation> =>
  async ({ actor, at, params, body: { lines, marked, ...decision }, idempotency }) =>
    deliver(
      await decide({
        id: params.taskId,
        actor,
        at,
        request: idempotency,
        ...decision,
        ...(lines && { lines }),
        ...(marked && { marked }),
      }),
    );
