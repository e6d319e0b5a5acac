import type { getIdentityOperation } from '../../contracts/api/tasks.ts';
import type { ClaimedWorker } from '../../contracts/claimed-people.ts';
import type { ReadRun } from '../../platform/route.ts';
import type { IdentityRequest } from '../../store/reading/read-identity.ts';

export type Deps = { readonly readIdentity: (input: IdentityRequest) => Promise<ClaimedWorker> };

export const getIdentity =
  ({ readIdentity }: Deps): ReadRun<typeof getIdentityOperation> =>
  async ({ actor, at, requestId, params: { taskId, lineNo }, query: { member } }) => ({
    lineNo,
    ...(await readIdentity({ taskId, lineNo, member, actor, at, requestId })),
  });
