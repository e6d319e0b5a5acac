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
 * operation's goes onto the line its request has anyway. What is the rule is left out, for the log is written on the
 * disk the claims are on: OK, and a task's number, which nothing else names here.
 */
export const followRequests = (accessLog: AccessLog, now: () => number): (() => void) => {
  const hear = (message: unknown): void => {
    const { kind, operation, requestId, applicationId, outcome, ms } = line.parse(message);
    const known = {
      ...(applicationId !== undefined && { applicationId }),
      ...(outcome !== 'OK' && { outcome }),
    };
    if (kind === 'HTTP') accessLog.describe(requestId, known);
    // The sweeper runs every few seconds, and mostly finds nothing.
    else if (applicationId !== undefined || outcome !== 'OK')
      accessLog.write({ at: new Date(now()).toISOString(), task: operation, ms, ...known });
  };
  subscribe(requestLines.name, hear);
  return () => unsubscribe(requestLines.name, hear);
};
