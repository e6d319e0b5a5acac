import type { Actor } from '../../contracts/actor.ts';
import type { ApplicationHead } from '../../contracts/application.ts';
import { ProblemError } from '../../platform/errors.ts';
import { mayDecide } from '../../rules/four-eyes/may-decide.ts';
import { readHead } from '../read-application.ts';
import type { Table } from '../table-client.ts';

const over: readonly string[] = ['CLOSED', 'REFUSED', 'WITHDRAWN'];

const mustBePaid = ({ state, adjusts, payoutNo }: ApplicationHead): void => {
  if (adjusts !== undefined)
    throw new ProblemError(
      409,
      'IS_SUPPLEMENT',
      `This is a supplement of ${adjusts}. Assess that one again: it counts what its supplements paid.`,
      { adjusts },
    );
  if (state !== 'CLOSED' || payoutNo === 0)
    throw new ProblemError(
      409,
      'STATE_DOES_NOT_ALLOW',
      `The application is ${state}; only one that was paid is assessed again for its difference.`,
      { state },
    );
};

/** @throws ProblemError NOT_FOUND, FOUR_EYES */
export const mustBeAllowedToReassess = (actor: Actor, head: ApplicationHead | undefined): ApplicationHead => {
  if (head === undefined || head.division !== actor.division)
    throw new ProblemError(404, 'NOT_FOUND', 'There is no such application in your county.');
  const answer = mayDecide(actor, { ...head.participants, ...head }, 'REEXAMINE');
  if (answer.allowed) return head;
  throw new ProblemError(403, 'FOUR_EYES', answer.sentence.en, {
    rule: answer.code,
    messageZh: answer.sentence.zh,
  });
};

/**
 * A paid application may be assessed again, unless a supplement of it is still on its way: what that will pay is not
 * in the ledger yet.
 * @throws ProblemError IS_SUPPLEMENT, STATE_DOES_NOT_ALLOW, SUPPLEMENT_OPEN
 */
export const mustBeReassessable = async (table: Table, head: ApplicationHead): Promise<void> => {
  mustBePaid(head);
  if (head.supplement === undefined) return;
  const last = await readHead(table, head.supplement);
  if (last === undefined || over.includes(last.state)) return;
  throw new ProblemError(
    409,
    'SUPPLEMENT_OPEN',
    `Its supplement ${last.applicationId} is ${last.state}. Decide that one first.`,
    { supplement: last.applicationId },
  );
};
