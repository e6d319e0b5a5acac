import { resumeApplicationInput, resumeApplicationOutput } from '../../contracts/steps.ts';
import { containerConfig } from '../../platform/container.ts';
import { createExecutions } from '../../platform/executions.ts';
import { once } from '../../platform/once.ts';
import { asTask } from '../../platform/task.ts';
import { keylessDesk } from '../../store/container-table.ts';
import { restartExecution } from '../../store/executions/restart-execution.ts';

const executions = once(() => createExecutions(containerConfig().applicationMachineArn));

export const handler = asTask({
  input: resumeApplicationInput,
  output: resumeApplicationOutput,
  run: ({ applicationId, time }) =>
    restartExecution(keylessDesk(), executions(), { id: applicationId, at: time }),
});
