import { withdrawApplicationOperation } from '../../contracts/api/applications.ts';
import { asChange } from '../../platform/route.ts';
import { withdrawApplication as change } from '../../store/withdraw-application.ts';
import { keylessDesk } from '../../store/container-table.ts';
import { delivering } from '../services.ts';
import { withdrawApplication } from './withdraw-application.ts';

export const handler = asChange(withdrawApplicationOperation, () =>
  withdrawApplication({ change: (input) => change(keylessDesk(), input), deliver: delivering() }),
);
