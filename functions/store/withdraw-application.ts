import type { Actor } from '../contracts/actor.ts';
import type { ApplicationId, Version } from '../contracts/application.ts';
import type { Instant } from '../contracts/scalars.ts';
import { withdrawable } from '../contracts/transitions.ts';
import { ProblemError } from '../platform/errors.ts';
import { ApplicationMovedOnError } from './change-application.ts';
import type { Outcome } from './delivery.ts';
import type { KeylessDesk } from './desk.ts';
import { doerOf } from './doer.ts';
import { answerGivenBefore, requestKey, type Idempotency } from './idempotency.ts';
import { headKey } from './keys.ts';
import { explainOwn, mustBeAt, mustBeOwn } from './own-application.ts';
import { parseHead, readItems } from './read-application.ts';
import { answerWait } from './waits/answer-wait.ts';

export type Withdrawal = {
  readonly id: ApplicationId;
  readonly version: Version;
  readonly reason: string;
  readonly actor: Actor;
  readonly at: Instant;
  readonly request: Idempotency;
};

/**
 * The applicant gives the application up, until money has been approved. The machine then gives back the keys and
 * takes the notice down.
 * @throws ProblemError NOT_FOUND, STATE_DOES_NOT_ALLOW, VERSION_STALE
 */
export const withdrawApplication = async (desk: KeylessDesk, input: Withdrawal): Promise<Outcome> => {
  const { id, version, reason, actor, at, request } = input;
  const [found, record] = await readItems(desk.table, [headKey(id), requestKey(request)]);
  const before = answerGivenBefore(record, request);
  if (before) return { receipt: before };
  const head = mustBeOwn(parseHead(found), actor);
  if (!withdrawable.includes(head.state))
    throw new ProblemError(
      409,
      'STATE_DOES_NOT_ALLOW',
      `The application is ${head.state}; it can be withdrawn only until money has been approved.`,
      { state: head.state },
    );
  mustBeAt(head, version);
  try {
    return await answerWait(desk, {
      head,
      at,
      by: doerOf(actor),
      event: { type: 'WITHDRAWN', details: { reason } },
      to: 'WITHDRAWN',
      set: { endReason: reason },
      answer: { decision: 'WITHDRAWN' },
      request,
    });
  } catch (error) {
    if (error instanceof ApplicationMovedOnError) return explainOwn(error, actor, version, withdrawable);
    throw error;
  }
};
