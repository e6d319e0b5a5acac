import type { ApplicationId } from '../contracts/application.ts';
import type { Receipt } from './idempotency.ts';

/** The call to Step Functions that follows from a committed change. It stays in the outbox until it is through. */
export type Delivery =
  | { readonly kind: 'START'; readonly applicationId: ApplicationId }
  | {
      readonly kind: 'ANSWER';
      readonly applicationId: ApplicationId;
      readonly token: string;
      readonly answer: string;
    };

export type Outcome = { readonly receipt: Receipt; readonly delivery?: Delivery };
