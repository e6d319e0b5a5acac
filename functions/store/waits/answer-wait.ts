import * as z from 'zod';
import type {
  ApplicationHead,
  ApplicationState,
  Version,
  Wait,
  WaitKind,
} from '../../contracts/application.ts';
import type { Instant } from '../../contracts/scalars.ts';
import { waitAnswers } from '../../contracts/wait-answers.ts';
import { PermanentError } from '../../platform/errors.ts';
import type { Doer, EventDetails, EventType } from '../audit/events.ts';
import { changeApplication, type ApplicationChange } from '../change-application.ts';
import type { Outcome } from '../delivery.ts';
import type { KeylessDesk } from '../desk.ts';
import type { Idempotency } from '../idempotency.ts';
import { readItem } from '../read-application.ts';
import type { Write } from '../transact.ts';
import { updateExpression } from '../update-expression.ts';
import { waitKey } from './rows.ts';

/** A notice hangs before the machine has begun to wait for it; then the answer stays in the outbox for a moment. */
const withToken = z.object({ token: z.string().optional() });

export type Answer = {
  readonly head: ApplicationHead;
  readonly at: Instant;
  readonly by: Doer;
  readonly event: { readonly type: EventType; readonly details?: EventDetails };
  readonly to?: ApplicationState;
  readonly set?: Readonly<Record<string, unknown>>;
  readonly remove?: readonly string[];
  readonly add?: Readonly<Record<string, number>>;
  /** What the machine gets as its task's result; the version after the change is added. */
  readonly answer: { readonly decision: string } & Readonly<Record<string, unknown>>;
  /** What is noted on the row that was waited on; 'KEEP' leaves it as it is (a notice hangs on under an objection). */
  readonly row?: Readonly<Record<string, unknown>> | 'KEEP';
  readonly rowOnlyIf?: { readonly condition: string; readonly values: Readonly<Record<string, unknown>> };
  readonly alongside?: readonly Write[];
  readonly request?: Idempotency;
  readonly onceByState?: boolean;
  /** Only a wait of one of these kinds is answered; another goes on. Without it, whatever is waited for. */
  readonly answers?: readonly WaitKind[];
  /** The token, when the caller has read the row already. */
  readonly token?: string;
};

const tokenOf = async (
  { table }: KeylessDesk,
  head: ApplicationHead,
  wait: Wait,
): Promise<string | undefined> =>
  withToken.parse(await readItem(table, waitKey(head.applicationId, wait))).token;

const closeRow = (wait: Wait, { head, row, rowOnlyIf }: Answer): Write[] => {
  if (row === 'KEEP') return [];
  const status = wait.kind === 'NOTICE' ? 'ENDED' : 'DONE';
  const update = updateExpression({ set: { ...row, status }, remove: ['workPk', 'workSk'] });
  const write: Write = {
    Update: {
      Key: waitKey(head.applicationId, wait),
      ...update,
      ExpressionAttributeValues: {
        ...update.ExpressionAttributeValues,
        ':done': status,
        ...rowOnlyIf?.values,
      },
      ConditionExpression: `#status <> :done${rowOnlyIf ? ` AND ${rowOnlyIf.condition}` : ''}`,
    },
  };
  return [write];
};

const answered = ({ head: { wait }, answers }: Answer): Wait | undefined =>
  wait !== undefined && (answers === undefined || answers.includes(wait.kind)) ? wait : undefined;

/** What a wait adds to the change: its row is closed, and its answer goes into the outbox. */
const closing = (input: Answer, wait: Wait, reply: (after: Version) => string) => ({
  remove: [...(input.remove ?? []), 'wait'],
  outbox: (after: Version) => {
    // Refused here where it is none; the version itself is the application's own, and is not stored twice.
    reply(after);
    return { kind: 'ANSWER' as const, at: input.at, wait, answer: JSON.stringify(input.answer) };
  },
  alongside: [...closeRow(wait, input), ...(input.alongside ?? [])],
});

/**
 * An answer without a branch in the machine would end the execution: it is refused before anything is written.
 * @throws PermanentError
 */
const replyTo =
  (wait: Wait | undefined, { answer }: Answer) =>
  (after: Version): string => {
    const full = { ...answer, version: after };
    if (wait !== undefined && !waitAnswers[wait.kind].safeParse(full).success)
      throw new PermanentError(`${answer.decision} is no answer to ${wait.kind} (contracts/wait-answers.ts)`);
    return JSON.stringify(full);
  };

const passingBy = ({ remove = [], alongside = [] }: Answer) => ({
  remove,
  alongside,
  outbox: 'KEEP' as const,
});

const changeOf = (
  input: Answer,
  wait: Wait | undefined,
  reply: (after: Version) => string,
): ApplicationChange => {
  const { head, at, to, set = {}, add = {}, request, onceByState = false } = input;
  return {
    id: head.applicationId,
    expected: head.version,
    ...(to === undefined ? { while: [head.state] } : { to }),
    at,
    event: { ...input.event, by: input.by },
    set,
    add,
    ...(request && { request, onceByState }),
    ...(wait ? closing(input, wait, reply) : passingBy(input)),
  };
};

/**
 * Answers what the machine waits for: the row is closed, the application changed, and the answer put in the
 * outbox, in one transaction. The call to Step Functions follows; if it is lost, the sweeper repeats it.
 * Without a wait (the machine is between two steps) only the application changes: the next step reads the row.
 */
export const answerWait = async (desk: KeylessDesk, input: Answer): Promise<Outcome> => {
  const { head } = input;
  const { applicationId } = head;
  const wait = answered(input);
  const reply = replyTo(wait, input);
  const receipt = await changeApplication(desk.table, changeOf(input, wait, reply), (after) => ({
    applicationId,
    state: input.to ?? head.state,
    version: after,
  }));
  const token = wait && (input.token ?? (await tokenOf(desk, head, wait)));
  if (token === undefined) return { receipt };
  return { receipt, delivery: { kind: 'ANSWER', applicationId, token, answer: reply(receipt.version) } };
};
