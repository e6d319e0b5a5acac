import { executionOperations } from './api/executions.ts';
import { machineOperations } from './api/machines.ts';
import { tagOperations } from './api/tags.ts';
import { taskOperations } from './api/tasks.ts';
import { createExecutor, ignoreGone } from './executor.ts';
import { openJournal } from './journal/journal.ts';
import type { EngineOptions } from './options.ts';
import { onDue } from './run/due.ts';
import { createScheduler } from './scheduler.ts';

const defaultHome = { partition: 'aws', region: 'us-east-1', accountId: '000000000000' } as const;

/** How long an advanced clock waits for functions under way before time goes on. */
const patienceMs = 2000;

/**
 * The engine, with the operations of the Step Functions API as methods. Executions that were running when the last
 * engine on this folder stopped go on at once.
 */
export const createEngine = (options: EngineOptions) => {
  const { place, clock, accountId, region, partition } = options;
  const home = {
    partition: partition ?? defaultHome.partition,
    region: region ?? defaultHome.region,
    accountId: accountId ?? defaultHome.accountId,
  };
  const journal = openJournal(place);
  const executor = createExecutor(journal, options, (due) => scheduler.note(due));
  const wake = (executionId: number) => executor.post(executionId, onDue).catch(ignoreGone);
  const settle = async () => {
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, patienceMs);
    });
    await Promise.race([executor.idle(), patience]);
    clearTimeout(timer);
  };
  const scheduler = createScheduler(clock, journal.frames, wake, settle);
  const context = { journal, executor, clock, home };
  for (const executionId of journal.frames.interrupted()) void executor.resume(executionId).catch(ignoreGone);
  scheduler.restart();
  return {
    ...machineOperations(context),
    ...executionOperations(context),
    ...taskOperations(context),
    ...tagOperations(context),
    /** Resolves when nothing runs: every execution is over or waits for an instant or a token. */
    idle: () => executor.idle(),
    /** Stops cleanly: steps under way are written down, invocations under way are made again after the next start. */
    close: async () => {
      scheduler.stop();
      await executor.stop();
      journal.close();
    },
  };
};
export type Engine = ReturnType<typeof createEngine>;
