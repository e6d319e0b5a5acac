import { receiveRecoveryOperation } from '../../contracts/api/recoveries.ts';
import { asChange } from '../../platform/route.ts';
import { receiveRecovery as receive } from '../../store/recoveries/receive-recovery.ts';
import { keylessDesk } from '../../store/container-table.ts';
import { receiveRecovery } from './receive-recovery.ts';

export const handler = asChange(receiveRecoveryOperation, () =>
  receiveRecovery({ receive: (input) => receive(keylessDesk(), input) }),
);
