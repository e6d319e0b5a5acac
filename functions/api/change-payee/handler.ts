import { changePayeeOperation } from '../../contracts/api/applications.ts';
import { asChange } from '../../platform/route.ts';
import { changePayee as change } from '../../store/change-payee.ts';
import { desk } from '../../store/container-desk.ts';
import { delivering } from '../services.ts';
import { changePayee } from './change-payee.ts';

export const handler = asChange(changePayeeOperation, () =>
  changePayee({ change: (input) => change(desk(), input), deliver: delivering() }),
);
