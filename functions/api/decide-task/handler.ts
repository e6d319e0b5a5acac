import { decideTaskOperation } from '../../contracts/api/tasks.ts';
import { asChange } from '../../platform/route.ts';
import { decideTask as decide } from '../../store/decisions/decide-task.ts';
import { delivering, desk } from '../services.ts';
import { decideTask } from './decide-task.ts';

export const handler = asChange(decideTaskOperation, () =>
  decideTask({ decide: (input) => decide(desk(), input), deliver: delivering() }),
);
