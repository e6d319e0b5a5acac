import { decideRecoveryOperation } from '../../contracts/api/recoveries.ts';
import { asChange } from '../../platform/route.ts';
import { decideRecovery as decide } from '../../store/recoveries/decide-recovery.ts';
import { keylessDesk } from '../../store/container-table.ts';
import { decideRecovery } from './decide-recovery.ts';

export const handler = asChange(decideRecoveryOperation, () =>
  decideRecovery({ decide: (input) => decide(keylessDesk(), input) }),
);
