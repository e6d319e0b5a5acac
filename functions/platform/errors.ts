import type { ProblemCode } from '../contracts/api/problems.ts';

/** Step Functions matches on the name, so the two names below are part of the machines' contract. */
export class TransientError extends Error {
  override readonly name = 'Transient';
}
export class PermanentError extends Error {
  override readonly name = 'Permanent';
}

/** A request that cannot be carried out, with a stable code the caller can act on (contracts/api/problems.ts). */
export class ProblemError extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly code: ProblemCode;
  /** What the caller may show or act on beside the sentence; `messageZh` among them is the Chinese sentence. */
  readonly details: Readonly<Record<string, unknown>>;
  constructor(
    status: number,
    code: ProblemCode,
    message: string,
    details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

const worthRetrying = new Set([
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'InternalServerError',
  'ServiceUnavailable',
  'TransactionInProgressException',
  'DependencyTimeoutException',
  'KMSInternalException',
  'KeyUnavailableException',
  'TimeoutError',
  'ECONNREFUSED',
  'ECONNRESET',
]);

const nameOf = (error: Error): string =>
  'code' in error && typeof error.code === 'string' ? error.code : error.name;

/** Unknown failures are permanent: a person looks before money moves twice. */
export const classify = (error: unknown): TransientError | PermanentError => {
  if (error instanceof TransientError || error instanceof PermanentError) return error;
  const cause = error instanceof Error ? error : new Error(String(error));
  const retry = worthRetrying.has(cause.name) || worthRetrying.has(nameOf(cause));
  return retry ? new TransientError(cause.message, { cause }) : new PermanentError(cause.message, { cause });
};
