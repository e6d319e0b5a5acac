import { proposeRecoveryOperation } from '../../contracts/api/recoveries.ts';
import { asChange } from '../../platform/route.ts';
import { askBack } from '../../store/recoveries/ask-back.ts';
import { desk } from '../../store/container-desk.ts';
import { proposeRecovery } from './propose-recovery.ts';

export const handler = asChange(proposeRecoveryOperation, () =>
  proposeRecovery({ ask: (input) => askBack(desk(), input) }),
);
