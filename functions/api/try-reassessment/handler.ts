import { tryReassessmentOperation } from '../../contracts/api/reassessments.ts';
import { asRead } from '../../platform/route.ts';
import { tryReassessment as tryAgain } from '../../store/reassess/reassess.ts';
import { desk } from '../../store/container-desk.ts';
import { tryReassessment } from './try-reassessment.ts';

export const handler = asRead(tryReassessmentOperation, () =>
  tryReassessment({ tryAgain: (asked) => tryAgain(desk(), asked) }),
);
