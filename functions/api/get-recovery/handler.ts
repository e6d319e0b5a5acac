import { getRecoveryOperation } from '../../contracts/api/recoveries.ts';
import { asRead } from '../../platform/route.ts';
import { readRecovery } from '../../store/recoveries/read-recovery.ts';
import { keylessDesk } from '../../store/container-table.ts';
import { getRecovery } from './get-recovery.ts';

export const handler = asRead(getRecoveryOperation, () =>
  getRecovery({ read: (id) => readRecovery(keylessDesk(), id) }),
);
