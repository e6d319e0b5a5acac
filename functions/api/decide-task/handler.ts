import { decideTaskOperation } from '../../contracts/api/tasks.ts';
import { asChange } from '../../platform/route.ts';
import { decideTask as decide } from '../../store/decisions/decide-task.ts';
import { desk } from '../../store/container-desk.ts';
import { delivering } from '../services.ts';
import { decideTask } from './decide-task.ts';

export const handler = asChange(decideTaskOperation, () =>
  decideTask({ decide: (input) => decide(desk(), input), deliver: delivering() }),
);
