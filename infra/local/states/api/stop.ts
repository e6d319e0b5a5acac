import type { Signal } from '../executor.ts';

type Reason = { readonly error?: string | undefined; readonly cause?: string | undefined };

/** Ends an execution as ABORTED; the reason stands in the event and in its description. */
export const abortSignal =
  ({ error, cause }: Reason): Signal =>
  (run) => {
    const details = { ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) };
    run.end({ status: 'ABORTED', error, cause }, 0, details);
  };
