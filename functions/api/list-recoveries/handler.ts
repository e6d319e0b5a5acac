import { listRecoveriesOperation } from '../../contracts/api/recoveries.ts';
import { asRead } from '../../platform/route.ts';
import { listRecoveries as queryRecoveries } from '../../store/recoveries/list-recoveries.ts';
import { desk } from '../../store/container-desk.ts';
import { listRecoveries } from './list-recoveries.ts';

export const handler = asRead(listRecoveriesOperation, () =>
  listRecoveries({ list: (page) => queryRecoveries(desk(), page), vault: desk().vault }),
);
