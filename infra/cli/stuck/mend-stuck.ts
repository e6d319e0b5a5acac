import type { Executions } from '../../../functions/platform/executions.ts';
import type { KeylessDesk } from '../../../functions/store/desk.ts';
import type { Stuck } from '../../../functions/store/executions/find-stuck.ts';
import { restartExecution } from '../../../functions/store/executions/restart-execution.ts';

type With = { readonly desk: KeylessDesk; readonly executions: Executions; readonly at: string };

const restarted = async ({ desk, executions, at }: With, { applicationId: id }: Stuck): Promise<string> => {
  const result = await restartExecution(desk, executions, { id, at });
  return result.done === 'RESTARTED'
    ? `taken up again at ${result.resumeAt} as ${result.execution}`
    : `left as it is: ${result.done}`;
};

/** Mends one, and says how. Nothing is decided by it: every step reads the row first. */
export const mendStuck = async (tools: With, stuck: Stuck): Promise<string> => {
  const { executions } = tools;
  switch (stuck.why) {
    case 'NO_EXECUTION':
      return restarted(tools, stuck);
    case 'NOT_STARTED':
      return 'left to the sweeper: look whether it runs (SWEEP_FAILED in the log)';
    case 'ANSWER_NOT_TAKEN':
    case 'BETWEEN_STEPS':
      await executions.stop(stuck.execution, 'It did not go on; another takes its place.');
      return restarted(tools, stuck);
    case 'RUNS_ON':
    case 'LEFT_BEHIND':
      await executions.stop(stuck.execution, 'Its application does not need it any more.');
      return 'stopped';
  }
};
