import type { Actor } from '../../contracts/actor.ts';
import type { TaskKind } from '../../contracts/queue.ts';
import { ProblemError } from '../../platform/errors.ts';
import { mayDecide } from '../../rules/four-eyes/may-decide.ts';
import type { TaskAndHead } from './read-task.ts';

/** Configuring and operating decide nothing about money; every other kind asks the one four-eyes function. */
export const actOf = (kind: TaskKind) => {
  switch (kind) {
    case 'VERIFY':
    case 'REEXAMINE':
    case 'APPROVE':
    case 'SECOND_APPROVE':
    case 'CONFIGURE':
    case 'OPERATE':
      return kind;
    case 'FACTS_CHANGED':
      return 'REEXAMINE';
    default:
      return undefined;
  }
};

/** @throws ProblemError FOUR_EYES with the reason, in Chinese and English */
export const mustBeAllowed = (actor: Actor, { task, head }: TaskAndHead): void => {
  const act = actOf(task.kind);
  if (act === undefined) return;
  const { division, organisationId, participants } = head;
  const answer = mayDecide(actor, { division, organisationId, ...participants }, act);
  if (answer.allowed) return;
  throw new ProblemError(403, 'FOUR_EYES', answer.sentence.en, {
    rule: answer.code,
    messageZh: answer.sentence.zh,
  });
};
