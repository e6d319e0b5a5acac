import { submitApplicationOperation } from '../../contracts/api/applications.ts';
import { asChange } from '../../platform/route.ts';
import { submitApplication as change } from '../../store/submit-application.ts';
import { keylessDesk } from '../../store/container-table.ts';
import { delivering } from '../services.ts';
import { submitApplication } from './submit-application.ts';

export const handler = asChange(submitApplicationOperation, () =>
  submitApplication({ change: (input) => change(keylessDesk(), input), deliver: delivering() }),
);
