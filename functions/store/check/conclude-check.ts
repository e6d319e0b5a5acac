import type { ApplicationHead, Tally } from '../../contracts/application.ts';
import type { LineOutcome } from '../../contracts/assessment.ts';
import type { CheckApplicationOutput } from '../../contracts/steps.ts';
import type { MissingValue } from '../../contracts/rule-proposal.ts';
import type { IsoDate } from '../../contracts/scalars.ts';
import type { StoredLine } from '../../contracts/stored-line.ts';
import { dayOf, endOfDay } from '../../platform/time.ts';
import { addWorkingDays } from '../../rules/calendar/working-days.ts';
import { overallOutcome } from '../../rules/conclude.ts';
import { ruleDayOf } from '../../rules/line-definition.ts';
import { theSystem } from '../audit/events.ts';
import { changeApplication } from '../change-application.ts';
import type { KeylessDesk } from '../desk.ts';
import { endNotice } from '../notices/end-notice.ts';
import { publication } from '../notices/publication.ts';
import type { RuleBook } from '../rule-values/rule-book.ts';
import { prepareNotice, type PreparedNotice } from '../notices/prepare-notice.ts';
import type { Write } from '../transact.ts';
import { writeAtVersion } from '../write-at-version.ts';

type Checked = {
  readonly head: ApplicationHead;
  readonly lines: readonly StoredLine[];
  readonly run: number;
  readonly at: string;
  /** The lines' own writes, where they fit into the same transaction. */
  readonly alongside: readonly Write[];
  readonly book: RuleBook;
  /** All lines were decided by this one book; a long roster comes in several parts. */
  readonly isWhole: boolean;
};

/** At most this many are named; more wait for the next check. */
const namedMissing = 50;

const missingOf = (lines: readonly StoredLine[]): MissingValue[] => {
  const all = lines.flatMap(({ missing = [], content }) =>
    missing.map((ruleId) => ({ ruleId, on: ruleDayOf(content) })),
  );
  const distinct = new Map(all.map((one) => [`${one.ruleId} ${one.on}`, one]));
  return [...distinct.values()].slice(0, namedMissing);
};

/** What is waited for, so that the administrator is told, and the application checked again once it is set. */
const waitingFor = ({ lines, book, isWhole }: Checked): Pick<Tally, 'missing' | 'rulesAt'> => {
  const missing = missingOf(lines);
  return missing.length === 0 ? {} : { missing, rulesAt: isWhole ? book.tag : 'SEVERAL' };
};

export const tallyOf = (lines: readonly StoredLine[], run: number): Tally => {
  const count = (outcome: LineOutcome) => lines.filter((line) => line.outcome === outcome).length;
  const approved = lines.filter(({ standing }) => standing === 'APPROVED');
  return {
    run,
    approve: count('APPROVE'),
    reject: count('REJECT'),
    review: count('REVIEW'),
    notConfigured: count('NOT_CONFIGURED'),
    amountFen: approved.reduce((sum, { amountFen }) => sum + amountFen, 0),
    overall: overallOutcome(lines.flatMap(({ outcome }) => outcome ?? [])),
    reasons: [...new Set(lines.flatMap(({ reasons }) => reasons))].sort(),
  };
};

/** Where the county wants a person to see every claim, a clear one goes to the verifier too; a supplement always. */
const outcomeFor = ({ overall }: Tally, { head, book, at }: Checked): LineOutcome =>
  overall === 'APPROVE' &&
  (head.adjusts !== undefined || book.rulesOn(dayOf(at)).values.verification.everyClaim)
    ? 'REVIEW'
    : overall;

const noticeFor = (outcome: LineOutcome, { head, lines }: Checked): PreparedNotice | undefined =>
  outcome === 'APPROVE'
    ? prepareNotice(
        head,
        lines.filter(({ standing }) => standing === 'APPROVED'),
      )
    : undefined;

const lastDay = ({ book, at }: Checked): IsoDate =>
  addWorkingDays(dayOf(at), book.rulesOn(dayOf(at)).values.publicNotice.workingDays);

/** A clear application hangs out its list at once; anything else waits for a person. */
const published = (notice: PreparedNotice | undefined, checked: Checked) => {
  if (notice === undefined)
    return { change: { to: 'CHECKING' as const, set: {} }, rows: [], details: {}, answer: {} };
  const { head, at } = checked;
  const endsOn = lastDay(checked);
  const { noticeId } = notice;
  return {
    change: {
      to: 'ON_NOTICE' as const,
      set: { noticeId, noticeEndsOn: endsOn, wait: { kind: 'NOTICE', rowId: noticeId, dueOn: endsOn } },
    },
    rows: [notice.row(publication(head.division, noticeId, at, endsOn))],
    details: { noticeId, noticeEndsOn: endsOn },
    answer: { noticeId, noticeEndsAt: endOfDay(endsOn) },
  };
};

/** Writes what the check came to; a clear application goes on public notice in the same transaction. */
export const concludeCheck = async (desk: KeylessDesk, checked: Checked): Promise<CheckApplicationOutput> => {
  const { head, lines, run, at } = checked;
  const tally = { ...tallyOf(lines, run), ...waitingFor(checked) };
  const outcome = outcomeFor(tally, checked);
  const notice = noticeFor(outcome, checked);
  if (notice)
    await writeAtVersion(
      desk.table,
      head,
      notice.pages.map((page) => [page]),
    );
  const { change, rows, details, answer } = published(notice, checked);
  const { version } = await changeApplication(
    desk.table,
    {
      id: head.applicationId,
      expected: head.version,
      to: change.to,
      at,
      event: {
        type: 'CHECKED',
        by: theSystem,
        details: {
          run,
          outcome,
          lines: lines.length,
          amountFen: tally.amountFen,
          reasons: tally.reasons,
          ...(tally.missing && { missing: [...new Set(tally.missing.map(({ ruleId }) => ruleId))] }),
          ...details,
        },
      },
      set: { tally, flags: [], applicantName: head.applicantName, ...change.set },
      outbox: 'CLEAR',
      // A list that hung before an operator let the check run anew gives way to the new one.
      alongside: [...rows, ...endNotice(head), ...checked.alongside],
    },
    (after) => ({ applicationId: head.applicationId, state: change.to, version: after }),
  );
  return { outcome, version, division: head.division, ...answer };
};
