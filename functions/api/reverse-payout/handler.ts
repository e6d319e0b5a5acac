import { reversePayoutOperation } from '../../contracts/api/payouts.ts';
import { asChange } from '../../platform/route.ts';
import { reversePayout as reverse } from '../../store/payouts/reverse-payout.ts';
import { keylessDesk } from '../../store/container-table.ts';
import { reversePayout } from './reverse-payout.ts';

export const handler = asChange(reversePayoutOperation, () =>
  reversePayout({ reverse: (input) => reverse(keylessDesk(), input) }),
);
