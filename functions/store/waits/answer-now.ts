import type { ApplicationHead, ApplicationState, WaitKind } from '../../contracts/application.ts';
import { answerIn } from './pending-answer.ts';

const ended = new Set<ApplicationState>(['WITHDRAWN', 'REFUSED']);

/** An objection stops what leads to money, and only that. */
const stopped = new Set<WaitKind>(['NOTICE', 'APPROVE']);

/** The answer to this very wait, when it lies in the outbox because its call was lost. */
const pending = ({ outbox, version }: ApplicationHead, kind: WaitKind): string | undefined =>
  outbox?.kind === 'ANSWER' && outbox.wait.kind === kind ? answerIn(outbox, version) : undefined;

const decisionNow = ({ state, openObjections }: ApplicationHead, kind: WaitKind): string | undefined => {
  if (ended.has(state)) return state;
  // A person sent it back to the check while its notice ran out.
  if (state === 'CHECKING' && kind === 'APPROVE') return 'RECHECK';
  return openObjections > 0 && stopped.has(kind) ? 'OBJECTED' : undefined;
};

/**
 * What a wait that is about to begin is answered at once, because the row says more than the machine knows: the
 * answer to this very wait lies in the outbox, the application was withdrawn, or an objection came in. Undefined
 * when there is something to wait for.
 */
export const answerNow = (head: ApplicationHead, kind: WaitKind): string | undefined => {
  const decision = decisionNow(head, kind);
  const fromState = decision && JSON.stringify({ decision, version: head.version });
  return pending(head, kind) ?? fromState;
};
