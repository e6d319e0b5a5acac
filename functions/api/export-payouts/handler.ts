import { exportPayoutsOperation } from '../../contracts/api/payouts.ts';
import { asChange } from '../../platform/route.ts';
import { openPayouts } from '../../store/reading/open-payouts.ts';
import { desk } from '../../store/container-desk.ts';
import { exportPayouts } from './export-payouts.ts';

export const handler = asChange(exportPayoutsOperation, () =>
  exportPayouts({ openPayouts: (input) => openPayouts(desk(), input) }),
);
