import { archiveAuditInput, archiveAuditOutput } from '../../contracts/steps.ts';
import { archiveConfig } from '../../platform/archive-config.ts';
import { asTask } from '../../platform/task.ts';
import { archiveDay } from '../../store/audit/archive-day.ts';

export const handler = asTask({
  input: archiveAuditInput,
  output: archiveAuditOutput,
  run: ({ time }) => archiveDay(archiveConfig(), time),
});
