import type { StoredLine } from '../../contracts/stored-line.ts';
import type { Tally } from '../../contracts/application.ts';
import { ProblemError } from '../../platform/errors.ts';
import { dayOf, endOfDay } from '../../platform/time.ts';
import { addWorkingDays } from '../../rules/calendar/working-days.ts';
import { ruleValuesFor } from '../../rules/values/index.ts';
import type { Desk } from '../desk.ts';
import { claimEntitlement, releaseEntitlement } from '../entitlements.ts';
import { lineKey } from '../keys.ts';
import { prepareNotice } from '../notices/prepare-notice.ts';
import { everyLine } from '../read-application.ts';
import { WriteRefusedError, type Write } from '../transact.ts';
import { writeInChunks } from '../write-in-chunks.ts';
import { withParticipant, type Case, type Consequence } from './decision.ts';
import { decideLines, type DecidedLine } from './verify-lines.ts';

/** A line's own writes: its standing, and the keys it takes or gives back. */
const lineWrites = ({ head }: Case, { line, standing, reason }: DecidedLine): Write[] => {
  const holder = { id: head.applicationId, line, division: head.division };
  const held = standing === 'APPROVED' ? line.earns : [];
  const keys =
    standing === 'APPROVED'
      ? line.earns.map((part) => claimEntitlement(holder, part))
      : line.held.map((part) => releaseEntitlement(holder, part));
  return [
    {
      Update: {
        Key: lineKey(head.applicationId, line.lineNo),
        UpdateExpression: `SET standing = :standing, held = :held${reason === undefined ? '' : ', decidedReason = :reason'}`,
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: {
          ':standing': standing,
          ':held': held,
          ...(reason !== undefined && { ':reason': reason }),
        },
      },
    },
    ...keys,
  ];
};

const changed = ({ line, standing, reason }: DecidedLine): boolean =>
  line.standing !== standing || reason !== undefined;

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

const holdsElsewhere = (error: unknown): never => {
  if (!(error instanceof WriteRefusedError)) throw error;
  const other = error.refusals.find(({ found }) => found?.['applicationId'] !== undefined)?.found;
  throw new ProblemError(
    409,
    'ENTITLEMENT_HELD',
    `Application ${String(other?.['applicationId'])} holds this worker’s entitlement. Refuse or return that one first, or refuse this line.`,
    { heldBy: other?.['applicationId'] },
  );
};

const approve = async (desk: Desk, decided: Case): Promise<Consequence> => {
  const { head, actor, at } = decided;
  const lines: StoredLine[] = await Array.fromAsync(everyLine(desk.table, head.applicationId));
  const results = decideLines(lines, decided.lines ?? []);
  const approved = results.filter(({ standing }) => standing === 'APPROVED').map(({ line }) => line);
  if (approved.length === 0)
    throw new ProblemError(422, 'NOTHING_TO_PAY', 'No line is approved; refuse the application instead.');
  const notice = prepareNotice(head, approved);
  const groups = results.filter(changed).map((result) => lineWrites(decided, result));
  await writeInChunks(desk.table, [...groups, ...notice.pages.map((page) => [page])]).catch(holdsElsewhere);
  const values = ruleValuesFor(head.division, dayOf(at));
  const endsOn = addWorkingDays(dayOf(at), values.publicNotice.workingDays);
  const tally = tallyOf(head.tally, results);
  return {
    answer: { decision: 'APPROVED', noticeId: notice.noticeId, noticeEndsAt: endOfDay(endsOn) },
    set: { tally, noticeId: notice.noticeId, participants: withParticipant(head, 'verifiers', actor.id) },
    alongside: [notice.row()],
    details: { approvedLines: tally.approve, refusedLines: tally.reject, amountFen: tally.amountFen },
  };
};

/** What a verifier's decision changes. */
export const decideVerification = async (desk: Desk, decided: Case): Promise<Consequence> => {
  const { head, actor, at, decision, reason } = decided;
  const participants = withParticipant(head, 'verifiers', actor.id);
  switch (decision) {
    case 'APPROVE':
      return approve(desk, decided);
    case 'REFUSE':
      return { answer: { decision: 'REFUSED' }, set: { participants, endReason: reason } };
    default: {
      const days = ruleValuesFor(head.division, dayOf(at)).deadlines.correction;
      return {
        answer: { decision: 'RETURNED', correctBy: endOfDay(addWorkingDays(dayOf(at), days)) },
        set: { participants, marked: decided.marked ?? [], endReason: reason },
      };
    }
  }
};
