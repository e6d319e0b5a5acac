import type { Actor } from '../../contracts/actor.ts';
import type { ApplicationHead, MarkedField, Participants, Version } from '../../contracts/application.ts';
import type { Decision, LineDecision, TaskId, TaskRow } from '../../contracts/queue.ts';
import type { Instant } from '../../contracts/scalars.ts';
import type { Answer } from '../waits/answer-wait.ts';
import type { Idempotency } from '../idempotency.ts';

/** A person's decision on a task they hold. */
export type TaskDecision = {
  readonly id: TaskId;
  readonly version: Version;
  readonly actor: Actor;
  readonly at: Instant;
  readonly request: Idempotency;
  readonly decision: Decision;
  readonly reason: string;
  readonly lines?: readonly LineDecision[];
  readonly marked?: readonly MarkedField[];
};

/** The decision with what it is about. */
export type Case = TaskDecision & { readonly task: TaskRow; readonly head: ApplicationHead };

/** What a decision changes: the answer to the machine and what goes with it. */
export type Consequence = Pick<Answer, 'answer'> &
  Partial<Pick<Answer, 'to' | 'set' | 'remove' | 'add' | 'alongside'>> & {
    readonly details?: Readonly<Record<string, string | number | boolean>>;
  };

/** The participants with one more person in a part; nobody twice. */
export const withParticipant = (
  { participants }: ApplicationHead,
  part: keyof Participants,
  id: string,
): Participants => ({
  ...participants,
  [part]: participants[part].includes(id) ? participants[part] : [...participants[part], id],
});
