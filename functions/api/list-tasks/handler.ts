import { listTasksOperation } from '../../contracts/api/tasks.ts';
import { asRead } from '../../platform/route.ts';
import { listTasks as queryTasks } from '../../store/tasks/list-tasks.ts';
import { desk } from '../../store/container-desk.ts';
import { listTasks } from './list-tasks.ts';

export const handler = asRead(listTasksOperation, () =>
  listTasks({ listTasks: (page) => queryTasks(desk(), page), vault: desk().vault }),
);
