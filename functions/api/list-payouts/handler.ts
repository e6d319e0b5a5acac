import { listPayoutsOperation } from '../../contracts/api/payouts.ts';
import { asRead } from '../../platform/route.ts';
import { listPayouts as queryPayouts } from '../../store/payouts/list-payouts.ts';
import { desk } from '../../store/container-desk.ts';
import { listPayouts } from './list-payouts.ts';

export const handler = asRead(listPayoutsOperation, () =>
  listPayouts({ listPayouts: (page) => queryPayouts(desk(), page), vault: desk().vault }),
);
