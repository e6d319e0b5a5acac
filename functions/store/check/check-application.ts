import type { ApplicationHead } from '../../contracts/application.ts';
import { noticeId } from '../../contracts/notice.ts';
import type { CheckApplicationInput, CheckApplicationOutput } from '../../contracts/steps.ts';
import type { StoredLine } from '../../contracts/stored-line.ts';
import { TransientError } from '../../platform/errors.ts';
import { logEvent } from '../../platform/log.ts';
import { endOfDay } from '../../platform/time.ts';
import { AlongsideRefusedError, ApplicationMovedOnError } from '../change-application.ts';
import { keepRuleSets, noteKept } from '../assessments/rule-sets.ts';
import type { Desk } from '../desk.ts';
import { readHeadAndLines } from '../read-head-and-lines.ts';
import { WriteRefusedError, type Write } from '../transact.ts';
import { writeAtVersion } from '../write-at-version.ts';
import { assessApplication } from './assess-application.ts';
import type { AssessedLine } from './assess-lines.ts';
import { concludeCheck } from './conclude-check.ts';
import { lineWrites } from './line-writes.ts';

/** Lines assessed in one invocation; a longer roster comes back for more, well inside a function's time. */
const linesPerInvocation = 600;
/** What fits beside the head, the event and the notice in one transaction. */
const roomAlongside = 90;

const merge = (lines: readonly StoredLine[], assessed: readonly AssessedLine[]): StoredLine[] => {
  const fresh = new Map(assessed.map(({ after }) => [after.lineNo, after]));
  return lines.map((line) => fresh.get(line.lineNo) ?? line);
};

/** Few lines go into the last transaction; a long roster is written before it. */
const writeAhead = async (
  { table }: Desk,
  head: ApplicationHead,
  groups: readonly Write[][],
  isLast: boolean,
): Promise<Write[]> => {
  const writes = groups.flat();
  if (isLast && writes.length <= roomAlongside) return writes;
  await writeAtVersion(table, head, groups);
  return [];
};

const isOver = ({ state }: ApplicationHead): boolean => state === 'WITHDRAWN' || state === 'REFUSED';

/**
 * This step's own earlier attempt, whose answer was lost, has hung out the list: it is not hung out twice, and an
 * objection that came in meanwhile stays in the outbox. After an operator's word the check runs anew.
 */
const answeredBefore = (head: ApplicationHead): CheckApplicationOutput | undefined => {
  const { state, version, division, wait, outbox, noticeEndsOn } = head;
  const waited = wait ?? (outbox?.kind === 'ANSWER' ? outbox.wait : undefined);
  if (state !== 'ON_NOTICE' || waited?.kind !== 'NOTICE' || noticeEndsOn === undefined) return undefined;
  const answer = { noticeId: noticeId.parse(waited.rowId), noticeEndsAt: endOfDay(noticeEndsOn) };
  return { outcome: 'APPROVE', version, division, ...answer };
};

const runOnce = async (desk: Desk, input: CheckApplicationInput): Promise<CheckApplicationOutput> => {
  const { at } = input;
  const { head, lines } = await readHeadAndLines(desk.table, input.applicationId);
  const { version, division } = head;
  if (isOver(head)) return { outcome: 'WITHDRAWN', version, division };
  const before = answeredBefore(head);
  if (before) return before;
  const run = (head.tally?.run ?? 0) + 1;
  const todo = lines.filter((line) => line.run < run);
  const { assessed, writes, named, book } = await assessApplication(
    desk,
    head,
    todo.slice(0, linesPerInvocation),
    run,
  );
  const sets = assessed.map(({ rules }) => rules);
  const groups = [
    keepRuleSets(desk.table, sets),
    ...writes,
    ...assessed.map((line) => lineWrites(head, line, at)),
  ];
  const alongside = await writeAhead(desk, head, groups, todo.length === assessed.length);
  if (todo.length > assessed.length) return { outcome: 'MORE', version, division };
  const answer = await concludeCheck(desk, {
    head: named,
    lines: merge(lines, assessed),
    run,
    at,
    alongside,
    book,
    isWhole: todo.length === lines.length,
  });
  noteKept(desk.table, sets);
  return answer;
};

/** Somebody took an entitlement, or changed the application, between our reading and our writing: look again. */
const mayLookAgain = (error: unknown): boolean =>
  error instanceof WriteRefusedError ||
  error instanceof AlongsideRefusedError ||
  error instanceof ApplicationMovedOnError;

/**
 * Runs the rules over every line against the registers, takes the entitlement keys, and says where the application
 * goes. For a one-line claim three round trips: the application, the surroundings, one transaction.
 */
export const checkApplication =
  (desk: Desk) =>
  async (input: CheckApplicationInput): Promise<CheckApplicationOutput> => {
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      try {
        return await runOnce(desk, input);
      } catch (error) {
        if (!mayLookAgain(error)) throw error;
        logEvent('KEY_CONFLICT', { applicationId: input.applicationId });
      }
    }
    throw new TransientError(`${input.applicationId} kept meeting other applications`);
  };
