import { reassessOperation } from '../../contracts/api/reassessments.ts';
import { asChange } from '../../platform/route.ts';
import { reassess as again } from '../../store/reassess/reassess.ts';
import { desk } from '../../store/container-desk.ts';
import { delivering } from '../services.ts';
import { reassess } from './reassess.ts';

export const handler = asChange(reassessOperation, () =>
  reassess({ again: (input) => again(desk(), input), deliver: delivering() }),
);
