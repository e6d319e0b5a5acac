import type { ApplicationHead, ApplicationId } from '../../contracts/application.ts';
import type { Instant } from '../../contracts/scalars.ts';
import { isSet } from '../../rules/values/is-set.ts';
import { theSystem } from '../audit/events.ts';
import { AlongsideRefusedError, ApplicationMovedOnError } from '../change-application.ts';
import type { Outcome } from '../delivery.ts';
import type { KeylessDesk } from '../desk.ts';
import { readHead } from '../read-application.ts';
import { answerWait } from '../waits/answer-wait.ts';
import { currentBook, type RuleBook } from './rule-book.ts';

export type SendAnswer = (token: string, output: string) => Promise<unknown>;

/** Every value it waits for has been set, for the day of its event. */
const hasAll = ({ tally, wait }: ApplicationHead, { rulesOn }: RuleBook): boolean => {
  const missing = tally?.missing ?? [];
  return (
    wait?.kind === 'CONFIGURE' &&
    missing.length > 0 &&
    missing.every(({ ruleId, on }) => isSet(rulesOn(on).values, ruleId))
  );
};

const reason = '所缺规则值已设定，自动重新核算。';

/** Answers the administrator's task in their place; undefined when somebody else was faster. */
const answerTask = async (
  desk: KeylessDesk,
  head: ApplicationHead,
  at: Instant,
): Promise<Outcome | undefined> => {
  const by = theSystem;
  const decision = 'RECHECK' as const;
  try {
    return await answerWait(desk, {
      head,
      at,
      by,
      event: { type: 'TASK_DECIDED', details: { taskId: head.wait?.rowId ?? '', decision, reason } },
      set: { flags: [] },
      answer: { decision },
      answers: ['CONFIGURE'],
      row: { decidedBy: by.id, decidedAt: at, decision, reason },
    });
  } catch (error) {
    if (error instanceof ApplicationMovedOnError || error instanceof AlongsideRefusedError) return undefined;
    throw error;
  }
};

/** Lets an application that waited for rule values be checked again, once all of them have been set. */
export const recheck = async (
  desk: KeylessDesk,
  send: SendAnswer,
  { head, book, at }: { readonly head: ApplicationHead; readonly book: RuleBook; readonly at: Instant },
): Promise<boolean> => {
  if (!hasAll(head, book)) return false;
  const outcome = await answerTask(desk, head, at);
  if (outcome?.delivery?.kind === 'ANSWER') await send(outcome.delivery.token, outcome.delivery.answer);
  return outcome !== undefined;
};

/**
 * The same for one application whose task was just opened. Only where something was approved since its check: a value
 * that is set and yet not enough must not make the check and this one run in a circle.
 */
export const recheckIfSet = async (
  desk: KeylessDesk,
  send: SendAnswer,
  id: ApplicationId,
  at: Instant,
): Promise<void> => {
  const head = await readHead(desk.table, id);
  if (head?.tally?.rulesAt === undefined) return;
  const book = await currentBook(desk.table, head.division);
  if (book.tag !== head.tally.rulesAt) await recheck(desk, send, { head, book, at });
};
