import { submitApplicationOperation } from '../../contracts/api/applications.ts';
import { asChange } from '../../platform/route.ts';
import { submitApplication as change } from '../../store/submit-application.ts';
import { delivering, desk } from '../services.ts';
import { submitApplication } from './submit-application.ts';

export const handler = asChange(submitApplicationOperation, () =>
  submitApplication({ change: (input) => change(desk(), input), deliver: delivering() }),
);
