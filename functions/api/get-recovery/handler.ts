import { getRecoveryOperation } from '../../contracts/api/recoveries.ts';
import { asRead } from '../../platform/route.ts';
import { readRecovery } from '../../store/recoveries/read-recovery.ts';
import { desk } from '../services.ts';
import { getRecovery } from './get-recovery.ts';

export const handler = asRead(getRecoveryOperation, () =>
  getRecovery({ read: (id) => readRecovery(desk(), id) }),
);
