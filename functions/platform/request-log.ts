import { channel } from 'node:diagnostics_channel';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { traceId } from './trace.ts';

/** One call of a function. Identifiers and codes only, as in log.ts. */
export type RequestLine = {
  readonly kind: 'HTTP' | 'TASK';
  /** The HTTP operation's id, or the function's name. */
  readonly operation: string;
  readonly requestId: string;
  readonly applicationId?: string;
  /** AWS X-Ray's trace, where there is one: it leads from the browser's request to the execution and its steps. */
  readonly traceId?: string;
  /** OK, or the code of what went wrong. */
  readonly outcome: string;
  readonly ms: number;
};

/** A host that keeps a log of its own listens here; then nothing is written to stderr. */
export const requestLines = channel('subsidy.request');

const write = (line: RequestLine): void => {
  if (requestLines.hasSubscribers) requestLines.publish(line);
  else process.stderr.write(`${JSON.stringify({ code: 'REQUEST', ...line })}\n`);
};

/** Tenths of a millisecond since `startedMs`. */
const since = (startedMs: number): number => Math.round((performance.now() - startedMs) * 10) / 10;

type Known = Pick<RequestLine, 'kind' | 'operation' | 'requestId' | 'outcome'>;

export const logRequest = (known: Known, applicationId: string | undefined, startedMs: number): void => {
  const trace = traceId();
  write({
    ...known,
    ...(applicationId !== undefined && { applicationId }),
    ...(trace !== undefined && { traceId: trace }),
    ms: since(startedMs),
  });
};

/** Tasks, notices, payouts and recoveries begin with their application's number. */
const application = /^A\d{8}-[0-9A-Z]{10}(?=$|\.)/;

/** The application an id belongs to. */
export const applicationIn = (values: readonly unknown[]): string | undefined => {
  for (const value of values) {
    const [found] = (typeof value === 'string' ? application.exec(value) : null) ?? [];
    if (found !== undefined) return found;
  }
  return undefined;
};

const madeHere = /"applicationId":"(A\d{8}-[0-9A-Z]{10})"/;

/** The application that a change has made, or is about, as its receipt says. */
export const applicationInAnswer = ({ body }: APIGatewayProxyStructuredResultV2): string | undefined =>
  madeHere.exec(body ?? '')?.[1];

const problemCode = /"code":"([A-Z_]+)"/;

/** OK, or the code of the problem. */
export const outcomeOf = ({ statusCode = 200, body }: APIGatewayProxyStructuredResultV2): string =>
  statusCode < 400 ? 'OK' : (problemCode.exec(body ?? '')?.[1] ?? String(statusCode));
