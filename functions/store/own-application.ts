import type { Actor } from '../contracts/actor.ts';
import type { ApplicationHead, ApplicationState, Version } from '../contracts/application.ts';
import { ProblemError } from '../platform/errors.ts';
import { ApplicationMovedOnError } from './change-application.ts';
import { ownerOf } from './create-draft.ts';

/** Said of an application that does not exist and of somebody else's alike. */
export const notFound = (): ProblemError =>
  new ProblemError(404, 'NOT_FOUND', 'There is no such application among yours.');

export const isOwn = (head: ApplicationHead, actor: Actor): boolean => head.owner === ownerOf(actor);

/** @throws ProblemError NOT_FOUND unless the application is this person's or their organisation's */
export const mustBeOwn = (head: ApplicationHead | undefined, actor: Actor): ApplicationHead => {
  if (head === undefined || !isOwn(head, actor)) throw notFound();
  return head;
};

/** @throws ProblemError VERSION_STALE */
export const mustBeAt = (head: ApplicationHead, expected: Version): void => {
  if (head.version === expected) return;
  throw new ProblemError(
    409,
    'VERSION_STALE',
    'The application changed since you opened it. Load it again and decide on what it says now.',
    { state: head.state, version: head.version },
  );
};

/** Turns a refused change of one's own application into what its applicant can act on. */
export const explainOwn = (
  error: unknown,
  actor: Actor,
  expected: Version,
  allowed: readonly ApplicationState[],
): never => {
  if (!(error instanceof ApplicationMovedOnError)) throw error;
  const head = mustBeOwn(error.head, actor);
  if (!allowed.includes(head.state))
    throw new ProblemError(
      409,
      'STATE_DOES_NOT_ALLOW',
      `The application is ${head.state}; this can no longer be done.`,
      {
        state: head.state,
        allowed,
      },
    );
  mustBeAt(head, expected);
  throw error;
};
