import type { ApplicationDetail } from '../../contracts/api/application-reads.ts';
import type { ApplicationSummary } from '../../contracts/api/views.ts';
import type { ApplicationHead } from '../../contracts/application.ts';
import type { ReasonCode } from '../../contracts/reasons.ts';
import { sentenceOf } from '../../contracts/reasons.ts';
import type { IsoDate } from '../../contracts/scalars.ts';
import { nextStep } from '../../rules/sentences/next-step.ts';

export const explained = (reasons: readonly ReasonCode[]) =>
  reasons.filter((code) => code !== 'OK').map((code) => ({ code, sentence: sentenceOf(code) }));

/** An application as it may stand in any list. */
export const summaryOf = (head: ApplicationHead): ApplicationSummary => ({
  applicationId: head.applicationId,
  instrument: head.instrument,
  division: head.division,
  state: head.state,
  flags: head.flags,
  version: head.version,
  applicantKind: head.applicantKind,
  applicant: head.applicantName,
  channel: head.channel,
  lineCount: head.lineCount,
  amountFen: head.tally?.amountFen ?? 0,
  createdAt: head.createdAt,
  submittedAt: head.submittedAt,
  stateSince: head.stateSince,
});

/** Undefined where nobody is paid. */
export const payeeOf = ({ payeeMasked, payeeAccountKind }: ApplicationHead) =>
  payeeMasked === undefined || payeeAccountKind === undefined
    ? undefined
    : { masked: payeeMasked, kind: payeeAccountKind };

/** One application in full, still without anything that was sealed. */
export const detailOf = (head: ApplicationHead, today: IsoDate): ApplicationDetail => ({
  ...summaryOf(head),
  next: { sentence: nextStep(head, today), waitingFor: head.wait?.kind, dueOn: head.wait?.dueOn },
  payee: payeeOf(head),
  tally: head.tally,
  reasons: explained(head.tally?.reasons ?? []),
  marked: head.marked,
  endReason: head.endReason,
  noticeId: head.noticeId,
  noticeEndsOn: head.noticeEndsOn,
});
