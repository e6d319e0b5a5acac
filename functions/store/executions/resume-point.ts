import type { ApplicationHead, ApplicationState, WaitKind } from '../../contracts/application.ts';
import { paysNobody } from '../../contracts/instruments.ts';
import type { PayoutRow } from '../../contracts/payout.ts';
import type { ResumePoint } from '../../contracts/resume.ts';

type Known = { readonly head: ApplicationHead; readonly payout?: PayoutRow | undefined };

/** A payment that was booked is never asked for again. */
const payingPoint = ({ payout }: Known): ResumePoint => {
  if (payout?.state === 'PAID') return 'CLOSE';
  return payout?.state === 'RETURNED' ? 'CORRECT_PAYEE' : 'PAY';
};

/**
 * Where an application stands between two steps. A person's word that was lost with its execution is asked for again;
 * the notice, and money that was approved, are never begun anew.
 */
const pointOf: Readonly<Record<ApplicationState, (known: Known) => ResumePoint | undefined>> = {
  DRAFT: () => undefined,
  SUBMITTED: () => 'CHECK',
  CHECKING: () => 'CHECK',
  IN_VERIFICATION: () => 'VERIFY',
  RETURNED: () => 'CORRECT',
  ON_NOTICE: ({ head }) => (head.openObjections > 0 ? 'REEXAMINE' : 'NOTICE'),
  IN_APPROVAL: () => 'APPROVE',
  APPROVED: ({ head }) => (paysNobody(head.instrument) ? 'CLOSE' : 'PAY'),
  PAYING: payingPoint,
  CLOSED: () => undefined,
  REFUSED: ({ head }) => (head.ended === true ? undefined : 'END_REFUSED'),
  WITHDRAWN: ({ head }) => (head.ended === true ? undefined : 'END_WITHDRAWN'),
};

/** What was waited for: an answer that never arrived is taken by the very wait it answers. */
export const waitedFor = ({ outbox, wait }: ApplicationHead): WaitKind | undefined =>
  outbox?.kind === 'ANSWER' ? outbox.wait.kind : wait?.kind;

/** Applications in these states need an execution: somebody, or the machine, has something to do. */
export const isUnderWay = (head: ApplicationHead): boolean => pointOf[head.state]({ head }) !== undefined;

/** The step an application goes on at, by its row alone; undefined for a draft, and where it is at its end. */
export const resumePointOf = (known: Known): { resumeAt: ResumePoint; parked: boolean } | undefined => {
  const byState = pointOf[known.head.state](known);
  if (byState === undefined) return undefined;
  const waited = waitedFor(known.head);
  if (waited === 'OPERATE') return { resumeAt: byState, parked: true };
  const isEnding = byState === 'END_REFUSED' || byState === 'END_WITHDRAWN';
  return { resumeAt: isEnding ? byState : (waited ?? byState), parked: false };
};
