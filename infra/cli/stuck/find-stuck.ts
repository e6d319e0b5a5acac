import type { Executions } from '../../../functions/platform/executions.ts';
import type { Desk } from '../../../functions/store/desk.ts';
import { everyHead } from '../../../functions/store/executions/every-head.ts';
import { stuckOf, type Stuck } from '../../../functions/store/executions/find-stuck.ts';
import { readHead } from '../../../functions/store/read-application.ts';
import type { Engine } from './running-executions.ts';

type Asked = {
  readonly table: Desk['table'];
  readonly engine: Engine;
  readonly executions: Executions;
  readonly now: string;
};

/** Looked at once more by itself: while all were read, it may just have gone on. */
const isStillSo = async ({ table, executions, now }: Asked, stuck: Stuck): Promise<boolean> => {
  const runs = (await executions.status(stuck.execution)) === 'RUNNING';
  const head = await readHead(table, stuck.applicationId);
  if (head === undefined) return false;
  const running = new Set(runs ? [stuck.execution] : []);
  return stuckOf(head, running, now).some(
    ({ why, execution }) => why === stuck.why && execution === stuck.execution,
  );
};

/** Every application that does not go on by itself. Reads every application, and lists every execution that runs. */
export const findStuck = async (asked: Asked): Promise<Stuck[]> => {
  const running = await asked.engine.running();
  const found: Stuck[] = [];
  for await (const head of everyHead(asked.table)) found.push(...stuckOf(head, running, asked.now));
  const confirmed: Stuck[] = [];
  for (const stuck of found) if (await isStillSo(asked, stuck)) confirmed.push(stuck);
  return confirmed;
};
