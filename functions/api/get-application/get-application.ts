import type { getApplicationOperation } from '../../contracts/api/application-reads.ts';
import type { ApplicationHead, ApplicationId } from '../../contracts/application.ts';
import type { ReadRun } from '../../platform/route.ts';
import { dayOf } from '../../platform/time.ts';
import { mustBeReadable } from '../access/may-read.ts';
import { detailOf } from '../views/application-view.ts';

export type Deps = { readonly readHead: (id: ApplicationId) => Promise<ApplicationHead | undefined> };

export const getApplication =
  ({ readHead }: Deps): ReadRun<typeof getApplicationOperation> =>
  async ({ actor, at, params }) =>
    detailOf(mustBeReadable(await readHead(params.applicationId), actor), dayOf(at));
