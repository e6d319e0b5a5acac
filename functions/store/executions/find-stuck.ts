import type { ApplicationHead } from '../../contracts/application.ts';
import type { Instant } from '../../contracts/scalars.ts';
import { executionName, executionNoOf } from './execution-name.ts';
import { isUnderWay } from './resume-point.ts';

/** Why an application does not go on by itself. */
export const stuckReasons = {
  NO_EXECUTION: 'no execution runs for it, and somebody or the machine still has something to do',
  NOT_STARTED: 'its first execution was never started, and the sweeper has not started it for ten minutes',
  ANSWER_NOT_TAKEN: 'what a person decided has not been taken by its execution for ten minutes',
  BETWEEN_STEPS: 'its execution has stood between two steps for half an hour',
  RUNS_ON: 'it is at its end, and its execution runs on',
  LEFT_BEHIND: 'another execution has taken its place, and this one runs on',
} as const;
export type StuckReason = keyof typeof stuckReasons;

export type Stuck = {
  readonly applicationId: ApplicationHead['applicationId'];
  readonly division: string;
  readonly state: ApplicationHead['state'];
  readonly execution: string;
  readonly why: StuckReason;
};

/** A call takes a moment, and the sweeper repeats it every few seconds. */
const outboxLimitMs = 10 * 60_000;
/** The longest way a step can fail: its retries with their pauses. */
const stepLimitMs = 30 * 60_000;

const olderThan = (ms: number, since: Instant | undefined, now: Instant): boolean =>
  since !== undefined && Date.parse(now) - Date.parse(since) > ms;

const withoutExecution = (head: ApplicationHead, now: Instant): StuckReason | undefined => {
  if (!isUnderWay(head)) return undefined;
  if (head.outbox?.kind !== 'START') return 'NO_EXECUTION';
  return olderThan(outboxLimitMs, head.outbox.at, now) ? 'NOT_STARTED' : undefined;
};

const withExecution = (head: ApplicationHead, now: Instant): StuckReason | undefined => {
  if (!isUnderWay(head)) return 'RUNS_ON';
  const { outbox, wait, stateSince } = head;
  if (outbox?.kind === 'ANSWER')
    return olderThan(outboxLimitMs, outbox.at, now) ? 'ANSWER_NOT_TAKEN' : undefined;
  return wait === undefined && olderThan(stepLimitMs, stateSince, now) ? 'BETWEEN_STEPS' : undefined;
};

/** What an application and its execution say against each other; undefined while all is well, or still young. */
export const stuckReasonOf = (
  head: ApplicationHead,
  isRunning: boolean,
  now: Instant,
): StuckReason | undefined => (isRunning ? withExecution(head, now) : withoutExecution(head, now));

const told = (head: ApplicationHead, execution: string, why: StuckReason): Stuck => ({
  applicationId: head.applicationId,
  division: head.division,
  state: head.state,
  execution,
  why,
});

/** Executions of one application beside the one it has now. */
const leftBehind = (head: ApplicationHead, running: ReadonlySet<string>): Stuck[] =>
  Array.from({ length: executionNoOf(head) - 1 }, (_, index) => executionName(head, index + 1))
    .filter((name) => running.has(name))
    .map((name) => told(head, name, 'LEFT_BEHIND'));

/** Everything that is wrong between one application and the executions that run. */
export const stuckOf = (head: ApplicationHead, running: ReadonlySet<string>, now: Instant): Stuck[] => {
  const execution = executionName(head, executionNoOf(head));
  const why = stuckReasonOf(head, running.has(execution), now);
  return [...(why ? [told(head, execution, why)] : []), ...leftBehind(head, running)];
};
