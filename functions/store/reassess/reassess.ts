import type { Actor } from '../../contracts/actor.ts';
import type { ApplicationHead, ApplicationId, Version } from '../../contracts/application.ts';
import type { RecoveryOrigin, RecoveryRow } from '../../contracts/recovery.ts';
import type { RunDifference } from '../../contracts/run-difference.ts';
import type { Instant } from '../../contracts/scalars.ts';
import type { StoredLine } from '../../contracts/stored-line.ts';
import { ProblemError } from '../../platform/errors.ts';
import { explainRefusal } from '../decisions/explain-refusal.ts';
import type { Outcome } from '../delivery.ts';
import type { Desk } from '../desk.ts';
import { answerGivenBefore, requestKey, type Idempotency } from '../idempotency.ts';
import { headKey, payeeKey } from '../keys.ts';
import { mustBeAt } from '../own-application.ts';
import { everyLine, parseHeadWithPayee, readItems } from '../read-application.ts';
import { readRecoveries } from '../recoveries/recovery-rows.ts';
import { assessAgain, type LineAgain } from './assess-again.ts';
import { differencesOf } from './differences.ts';
import { mustBeAllowedToReassess, mustBeReassessable } from './may-reassess.ts';
import { whatFollows, type Following } from './what-follows.ts';
import type { writeReassessment } from './write-reassessment.ts';

/** Lines of one re-assessment; each reads the ledger of each of its entitlements. */
export const linesAtOnce = 600;

type Asked = {
  readonly id: ApplicationId;
  /** Only these lines; without it all. */
  readonly lineNos?: readonly number[];
  readonly actor: Actor;
  readonly at: Instant;
};

export type Reassessment = Asked & {
  readonly version: Version;
  readonly origin: RecoveryOrigin;
  readonly reason: string;
  readonly request: Idempotency;
};

/** What a re-assessment found, and what would follow or has followed from it. */
export type Found = {
  readonly head: ApplicationHead;
  readonly lines: readonly LineAgain[];
  readonly recoveries: readonly RecoveryRow[];
  readonly differences: readonly RunDifference[];
  readonly following: Following;
};

const linesOf = async (desk: Desk, { id, lineNos }: Asked): Promise<StoredLine[]> => {
  const lines = await Array.fromAsync(everyLine(desk.table, id));
  const asked = lineNos === undefined ? lines : lines.filter(({ lineNo }) => lineNos.includes(lineNo));
  if (asked.length === 0)
    throw new ProblemError(422, 'NO_SUCH_LINE', 'The application has none of these lines.');
  if (asked.length > linesAtOnce)
    throw new ProblemError(
      422,
      'TOO_MANY_LINES',
      `At most ${linesAtOnce} lines are assessed again at a time; this asks for ${asked.length}. Name the lines.`,
    );
  return asked;
};

const find = async (desk: Desk, head: ApplicationHead, asked: Asked): Promise<Found> => {
  const recoveries = await readRecoveries(desk.table, head.applicationId);
  const lines = await assessAgain(desk, head, await linesOf(desk, asked), recoveries, asked.at);
  const differences = await differencesOf(desk, head, lines);
  return { head, lines, recoveries, differences, following: whatFollows(lines, recoveries) };
};

/**
 * What a re-assessment would find today; nothing is written.
 * @throws ProblemError NOT_FOUND, FOUR_EYES, IS_SUPPLEMENT, STATE_DOES_NOT_ALLOW, SUPPLEMENT_OPEN, NO_SUCH_LINE,
 *   TOO_MANY_LINES
 */
export const tryReassessment = async (desk: Desk, asked: Asked): Promise<Found> => {
  const [item, payee] = await readItems(desk.table, [headKey(asked.id), payeeKey(asked.id)]);
  const head = mustBeAllowedToReassess(asked.actor, parseHeadWithPayee(item, payee));
  await mustBeReassessable(desk.table, head);
  return find(desk, head, asked);
};

/**
 * The last run of any application beside what the rules would say today; nothing is written.
 * @throws ProblemError NOT_FOUND, FOUR_EYES, TOO_MANY_LINES
 */
export const compareToday = async (desk: Desk, asked: Asked): Promise<Found> => {
  const [item, payee] = await readItems(desk.table, [headKey(asked.id), payeeKey(asked.id)]);
  return find(desk, mustBeAllowedToReassess(asked.actor, parseHeadWithPayee(item, payee)), asked);
};

/**
 * Runs the rules over a paid application again and does what follows: a supplement for what it lacks, a proposal for
 * what was paid too much, the record alone where nothing differs. All of it in one transaction at the version seen.
 * @throws ProblemError as `tryReassessment`, and VERSION_STALE
 */
export const reassess = async (
  desk: Desk,
  input: Reassessment,
  alongside: Parameters<typeof writeReassessment>[3] = [],
): Promise<Outcome> => {
  const keys = [headKey(input.id), payeeKey(input.id), requestKey(input.request)];
  const [item, payee, record] = await readItems(desk.table, keys);
  const before = answerGivenBefore(record, input.request);
  if (before) return { receipt: before };
  const head = mustBeAllowedToReassess(input.actor, parseHeadWithPayee(item, payee));
  mustBeAt(head, input.version);
  await mustBeReassessable(desk.table, head);
  const found = await find(desk, head, input);
  // Who only tries, or looks at a case, writes nothing.
  const { writeReassessment: write } = await import('./write-reassessment.ts');
  try {
    return await write(desk, found, input, alongside);
  } catch (error) {
    return explainRefusal(error);
  }
};
