import { getTaskOperation } from '../../contracts/api/tasks.ts';
import { asRead } from '../../platform/route.ts';
import { readOpenObjections } from '../../store/reading/read-objections.ts';
import { readTask } from '../../store/tasks/read-task.ts';
import { desk } from '../../store/container-desk.ts';
import { getTask } from './get-task.ts';

export const handler = asRead(getTaskOperation, () =>
  getTask({
    readTask: (id, actor) => readTask(desk(), id, actor),
    readObjections: (id) => readOpenObjections(desk(), id),
    // Only for a case of changed facts: other tasks are shown without the rules.
    compare: async (asked) => {
      const { compareToday } = await import('../../store/reassess/reassess.ts');
      return (await compareToday(desk(), asked)).differences;
    },
  }),
);
