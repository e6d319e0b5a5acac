import { releaseTaskOperation } from '../../contracts/api/tasks.ts';
import { asChange } from '../../platform/route.ts';
import { releaseTask as change } from '../../store/tasks/claim-task.ts';
import { keylessDesk } from '../../store/container-table.ts';
import { releaseTask } from './release-task.ts';

export const handler = asChange(releaseTaskOperation, () =>
  releaseTask({ change: (input) => change(keylessDesk(), input) }),
);
