import type { getRecoveryOperation } from '../../contracts/api/recoveries.ts';
import type { RecoveryId } from '../../contracts/recovery.ts';
import { ProblemError } from '../../platform/errors.ts';
import type { ReadRun } from '../../platform/route.ts';
import type { OpenRecovery } from '../../store/recoveries/list-recoveries.ts';
import { seesDivision } from '../access/sees-division.ts';
import { recoveryViewOf } from '../views/recovery-view.ts';

export type Deps = { readonly read: (id: RecoveryId) => Promise<OpenRecovery | undefined> };

export const getRecovery =
  ({ read }: Deps): ReadRun<typeof getRecoveryOperation> =>
  async ({ actor, params }) => {
    const found = await read(params.recoveryId);
    if (found === undefined || !seesDivision(actor, found.recovery.division))
      throw new ProblemError(404, 'NOT_FOUND', 'There is no such recovery in your division.');
    return { ...recoveryViewOf(found, actor), differences: found.recovery.differences };
  };
