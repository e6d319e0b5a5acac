import * as z from 'zod';
import { readFileIfThere } from '../../local/secret-file.ts';
import type { TraceStep } from './trace-step.ts';

const line = z.object({
  at: z.string(),
  requestId: z.string().optional(),
  applicationId: z.string().optional(),
  outcome: z.string().optional(),
  ms: z.number(),
  method: z.string().optional(),
  route: z.string().optional(),
  task: z.string().optional(),
});

const parsed = (text: string): z.infer<typeof line> | undefined => {
  try {
    return line.safeParse(JSON.parse(text)).data;
  } catch {
    // The last line of a desk that was killed may be cut short.
    return undefined;
  }
};

const stepOf = ({
  at,
  requestId,
  outcome = 'OK',
  ms,
  method = '',
  route = '',
  task,
}: z.infer<typeof line>): TraceStep => ({
  at,
  from: task === undefined ? 'REQUEST' : 'TASK',
  what: `${task ?? `${method} ${route}`} ${outcome} ${ms} ms`,
  ...(requestId !== undefined && { requestId }),
});

/** The calls about an application, from the desk's log and the part of it that was cut off last. */
export const logSteps = (logFile: string, id: string): TraceStep[] =>
  [`${logFile}.1`, logFile]
    .flatMap((path) => (readFileIfThere(path) ?? '').split('\n'))
    .filter((text) => text.includes(id))
    .flatMap((text) => parsed(text) ?? [])
    .filter(({ applicationId }) => applicationId === id)
    .map(stepOf);
