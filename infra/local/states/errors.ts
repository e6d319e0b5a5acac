/** A refusal of the API, with AWS's name for it. Always HTTP 400, as on AWS, unless said otherwise. */
export class ServiceError extends Error {
  readonly type: string;
  readonly status: number;
  constructor(type: string, message: string, status = 400) {
    super(message);
    this.name = type;
    this.type = type;
    this.status = status;
  }
}

/** A state has failed. Retry and Catch match on `error`. */
export class StateFailure extends Error {
  readonly error: string | undefined;
  readonly detail: string | undefined;
  /** Set when an expression or field could not be evaluated: where in the state. */
  readonly evaluation: { readonly location: string | undefined; readonly afterEntered: boolean } | undefined;
  /** A second name the failure answers to in ErrorEquals. */
  readonly alias: string | undefined;
  constructor(
    error: string | undefined,
    detail: string | undefined,
    more: { evaluation?: { location: string | undefined; afterEntered: boolean }; alias?: string } = {},
  ) {
    super(detail ?? error ?? 'state failed');
    this.error = error;
    this.detail = detail;
    this.evaluation = more.evaluation;
    this.alias = more.alias;
  }
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
