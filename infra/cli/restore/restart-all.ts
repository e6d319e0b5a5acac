import { setTimeout as pause } from 'node:timers/promises';
import type { ApplicationHead } from '../../../functions/contracts/application.ts';
import type { Instant } from '../../../functions/contracts/scalars.ts';
import type { Executions } from '../../../functions/platform/executions.ts';
import { everyHead } from '../../../functions/store/executions/every-head.ts';
import { restartExecution, type Restart } from '../../../functions/store/executions/restart-execution.ts';
import { isUnderWay } from '../../../functions/store/executions/resume-point.ts';
import type { Table } from '../../../functions/store/table-client.ts';
import { CliError } from '../cli-error.ts';
import { together } from '../demo/crew.ts';

export type Restarted = {
  readonly applications: number;
  /** Under way: each has an execution now, or the sweeper starts its first. */
  readonly underWay: ReadonlyMap<string, Restart['done']>;
};

type With = {
  readonly table: Table;
  readonly executions: Executions;
  readonly now: () => Promise<Instant>;
  readonly onApplication: () => void;
};

/** A restart that was noted by a run that was cut short, and never started: it is noted anew after a minute. */
const youngMs = 61_000;
const attempts = 3;

const restart = async (tools: With, head: ApplicationHead): Promise<Restart['done']> => {
  const { table, executions, now } = tools;
  const { applicationId: id, outbox } = head;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const { done } = await restartExecution({ table }, executions, { id, at: await now() });
    const isWaitingForUs = done === 'NOT_STARTED_YET' && outbox?.kind !== 'START';
    if (done !== 'MOVED_ON' && !isWaitingForUs) return done;
    if (isWaitingForUs) await pause(youngMs);
  }
  throw new CliError(
    'NOT_RESTARTED',
    `${id} could not be taken up again. Look with: subsidy stuck --mend`,
    1,
  );
};

/** Every application that is not at its end gets an execution that begins at the step its row stands at. */
export const restartAll = async (tools: With): Promise<Restarted> => {
  const heads: ApplicationHead[] = [];
  let applications = 0;
  for await (const head of everyHead(tools.table)) {
    applications += 1;
    if (isUnderWay(head)) heads.push(head);
  }
  const underWay = new Map<string, Restart['done']>();
  await together(heads, 4, async (head) => {
    underWay.set(head.applicationId, await restart(tools, head));
    tools.onApplication();
  });
  return { applications, underWay };
};
