import { writeOffRecoveryOperation } from '../../contracts/api/recoveries.ts';
import { asChange } from '../../platform/route.ts';
import { writeOffRecovery as writeOff } from '../../store/recoveries/decide-recovery.ts';
import { keylessDesk } from '../../store/container-table.ts';
import { writeOffRecovery } from './write-off-recovery.ts';

export const handler = asChange(writeOffRecoveryOperation, () =>
  writeOffRecovery({ writeOff: (input) => writeOff(keylessDesk(), input) }),
);
