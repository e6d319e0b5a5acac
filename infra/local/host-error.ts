/** A failure the operator can mend. Its message is one line: what is wrong, where, and how to mend it. */
export class HostError extends Error {
  override readonly name = 'HostError';
  readonly code: string;
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The system's word for what went wrong (`EACCES`), or the error's name: never its message, which may carry data. */
export const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return typeof error;
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
};
