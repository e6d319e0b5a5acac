import { claimTaskOperation } from '../../contracts/api/tasks.ts';
import { asChange } from '../../platform/route.ts';
import { claimTask as change } from '../../store/tasks/claim-task.ts';
import { keylessDesk } from '../../store/container-table.ts';
import { claimTask } from './claim-task.ts';

export const handler = asChange(claimTaskOperation, () =>
  claimTask({ change: (input) => change(keylessDesk(), input) }),
);
