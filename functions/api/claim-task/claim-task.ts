import type { claimTaskOperation } from '../../contracts/api/tasks.ts';
import type { ChangeRun } from '../../platform/route.ts';
import type { Receipt } from '../../store/idempotency.ts';
import type { TaskChange } from '../../store/tasks/claim-task.ts';

export type Deps = { readonly change: (input: TaskChange) => Promise<Receipt> };

export const claimTask =
  ({ change }: Deps): ChangeRun<typeof claimTaskOperation> =>
  ({ actor, at, params, body, idempotency }) =>
    change({ id: params.taskId, version: body.version, actor, at, request: idempotency });
