import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import * as z from 'zod';
import { requestLines } from '../../functions/platform/request-log.ts';
import type { AccessLog } from './access-log.ts';

const line = z.object({
  kind: z.enum(['HTTP', 'TASK']),
  operation: z.string(),
  requestId: z.string(),
  applicationId: z.string().optional(),
  outcome: z.string(),
  ms: z.number(),
});

/**
 * Takes what the functions say of their calls into the access log: a task's call is a line of its own, an HTTP
 * operation's goes onto the line its request has anyway.
 */
export const followRequests = (accessLog: AccessLog, now: () => number): (() => void) => {
  const hear = (message: unknown): void => {
    const { kind, operation, requestId, applicationId, outcome, ms } = line.parse(message);
    const known = { ...(applicationId !== undefined && { applicationId }), outcome };
    if (kind === 'HTTP') accessLog.describe(requestId, known);
    else accessLog.write({ at: new Date(now()).toISOString(), task: operation, ms, requestId, ...known });
  };
  subscribe(requestLines.name, hear);
  return () => unsubscribe(requestLines.name, hear);
};
