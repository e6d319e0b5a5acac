import { listTaskLinesOperation } from '../../contracts/api/tasks.ts';
import { asRead } from '../../platform/route.ts';
import { readLines } from '../../store/read-application.ts';
import { readTask } from '../../store/tasks/read-task.ts';
import { desk } from '../../store/container-desk.ts';
import { listTaskLines } from './list-task-lines.ts';

export const handler = asRead(listTaskLinesOperation, () =>
  listTaskLines({
    readTask: (id, actor) => readTask(desk(), id, actor),
    readLines: (id, page) => readLines(desk().table, id, page),
    vault: desk().vault,
  }),
);
