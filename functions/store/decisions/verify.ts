import type { StoredLine } from '../../contracts/stored-line.ts';
import type { ApplicationHead, Tally } from '../../contracts/application.ts';
import { ProblemError } from '../../platform/errors.ts';
import { dayOf, endOfDay } from '../../platform/time.ts';
import { addWorkingDays } from '../../rules/calendar/working-days.ts';
import type { KeylessDesk } from '../desk.ts';
import { prepareNotice } from '../notices/prepare-notice.ts';
import { everyLine } from '../read-application.ts';
import { recentBook } from '../rule-values/rule-book.ts';
import type { Write } from '../transact.ts';
import { writeAtVersion } from '../write-at-version.ts';
import { withParticipant, type Case, type Consequence } from './decision.ts';
import { decideLines, type DecidedLine } from './verify-lines.ts';
import { verifiedLineWrites } from './verified-line-writes.ts';

/** What fits beside the head, the event, the request, the task and the notice in one transaction. */
const roomAlongside = 90;

const tallyOf = (before: Tally | undefined, decided: readonly DecidedLine[]): Tally => {
  const approved = decided.filter(({ standing }) => standing === 'APPROVED');
  return {
    run: before?.run ?? 1,
    approve: approved.length,
    reject: decided.length - approved.length,
    review: 0,
    notConfigured: 0,
    amountFen: approved.reduce((sum, { line }) => sum + line.amountFen, 0),
    overall: 'APPROVE',
    reasons: before?.reasons ?? ['OK'],
  };
};

/** Few lines are written with the decision itself; a long roster ahead of it, while nobody was faster. */
const writeAhead = async (
  { table }: KeylessDesk,
  head: ApplicationHead,
  groups: Write[][],
): Promise<Write[]> => {
  const writes = groups.flat();
  if (writes.length <= roomAlongside) return writes;
  await writeAtVersion(table, head, groups);
  return [];
};

const approve = async (desk: KeylessDesk, decided: Case): Promise<Consequence> => {
  const { head, actor, at } = decided;
  const lines: StoredLine[] = await Array.fromAsync(everyLine(desk.table, head.applicationId));
  const results = decideLines(lines, decided.lines ?? []);
  const approved = results.filter(({ standing }) => standing === 'APPROVED').map(({ line }) => line);
  if (approved.length === 0)
    throw new ProblemError(422, 'NOTHING_TO_PAY', 'No line is approved; refuse the application instead.');
  const notice = prepareNotice(head, approved);
  const groups = [...verifiedLineWrites(head, results), ...notice.pages.map((page) => [page])];
  const alongside = await writeAhead(desk, head, groups);
  const { values } = (await recentBook(desk.table, head.division)).rulesOn(dayOf(at));
  const endsOn = addWorkingDays(dayOf(at), values.publicNotice.workingDays);
  const tally = tallyOf(head.tally, results);
  return {
    answer: { decision: 'APPROVED', noticeId: notice.noticeId, noticeEndsAt: endOfDay(endsOn) },
    set: { tally, noticeId: notice.noticeId, participants: withParticipant(head, 'verifiers', actor.id) },
    alongside: [...alongside, notice.row()],
    details: { approvedLines: tally.approve, refusedLines: tally.reject, amountFen: tally.amountFen },
  };
};

/** What a verifier's decision changes. */
export const decideVerification = async (desk: KeylessDesk, decided: Case): Promise<Consequence> => {
  const { head, actor, at, decision, reason } = decided;
  const participants = withParticipant(head, 'verifiers', actor.id);
  switch (decision) {
    case 'APPROVE':
      return approve(desk, decided);
    case 'REFUSE':
      return { answer: { decision: 'REFUSED' }, set: { participants, endReason: reason } };
    default: {
      const { values } = (await recentBook(desk.table, head.division)).rulesOn(dayOf(at));
      const days = values.deadlines.correction;
      return {
        answer: { decision: 'RETURNED', correctBy: endOfDay(addWorkingDays(dayOf(at), days)) },
        set: { participants, marked: decided.marked ?? [], endReason: reason },
      };
    }
  }
};
