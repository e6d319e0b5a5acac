import type { Actor } from '../contracts/actor.ts';
import type { ApplicationHead, ApplicationId, Version } from '../contracts/application.ts';
import type { Instant } from '../contracts/scalars.ts';
import { ProblemError } from '../platform/errors.ts';
import { answerWait } from './waits/answer-wait.ts';
import { ApplicationMovedOnError, changeApplication } from './change-application.ts';
import { ownerOf } from './create-draft.ts';
import type { Outcome } from './delivery.ts';
import type { KeylessDesk } from './desk.ts';
import { doerOf } from './doer.ts';
import type { Idempotency } from './idempotency.ts';
import { explainOwn, mustBeAt, mustBeOwn } from './own-application.ts';

export type Submission = {
  readonly id: ApplicationId;
  readonly version: Version;
  readonly actor: Actor;
  readonly at: Instant;
  readonly request: Idempotency;
};

/** Sent again after a return: it answers the wait of CorrectApplication, and the check runs anew. */
const resubmit = async (desk: KeylessDesk, head: ApplicationHead, input: Submission): Promise<Outcome> =>
  answerWait(desk, {
    head,
    at: input.at,
    by: doerOf(input.actor),
    event: { type: 'SUBMITTED', details: { again: true } },
    to: 'SUBMITTED',
    remove: ['marked'],
    answer: { decision: 'RESUBMITTED' },
    request: input.request,
    onceByState: true,
  });

const submitDraft = async ({ table }: KeylessDesk, input: Submission): Promise<Outcome> => {
  const { id, version, actor, at, request } = input;
  const receipt = await changeApplication(
    table,
    {
      id,
      expected: version,
      to: 'SUBMITTED',
      at,
      event: { type: 'SUBMITTED', by: doerOf(actor) },
      set: { submittedAt: at },
      onlyIf: {
        condition: '#owner = :owner AND #lineCount > :none AND #state = :draft',
        names: { '#owner': 'owner', '#lineCount': 'lineCount' },
        values: { ':owner': ownerOf(actor), ':none': 0, ':draft': 'DRAFT' },
      },
      outbox: () => ({ kind: 'START', at }),
      request,
      onceByState: true,
    },
    (after) => ({ applicationId: id, state: 'SUBMITTED', version: after }),
  );
  return { receipt, delivery: { kind: 'START', applicationId: id } };
};

/**
 * Submits a draft, or sends a returned application back. One transaction: the application, the audit event, and
 * the outbox entry that starts the execution (its name is the application's id, so a repeat is harmless).
 */
export const submitApplication = async (desk: KeylessDesk, input: Submission): Promise<Outcome> => {
  try {
    return await submitDraft(desk, input);
  } catch (error) {
    if (!(error instanceof ApplicationMovedOnError)) throw error;
    const head = mustBeOwn(error.head, input.actor);
    if (head.state === 'RETURNED') {
      mustBeAt(head, input.version);
      return resubmit(desk, head, input);
    }
    if (head.state === 'DRAFT' && head.lineCount === 0)
      throw new ProblemError(422, 'NO_LINES', 'The application has no lines yet. Add at least one worker.');
    return explainOwn(error, input.actor, input.version, ['DRAFT', 'RETURNED']);
  }
};
