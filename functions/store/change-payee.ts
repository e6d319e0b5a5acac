import type { Actor } from '../contracts/actor.ts';
import type { ApplicationHead, ApplicationId, Payee, Version } from '../contracts/application.ts';
import { paysNobody } from '../contracts/instruments.ts';
import { payoutId, payoutRow } from '../contracts/payout.ts';
import type { Instant } from '../contracts/scalars.ts';
import { ProblemError } from '../platform/errors.ts';
import { withParticipant } from './decisions/decision.ts';
import type { Outcome } from './delivery.ts';
import type { Desk } from './desk.ts';
import { changeApplication } from './change-application.ts';
import { doerOf } from './doer.ts';
import { answerGivenBefore, requestKey, type Idempotency } from './idempotency.ts';
import { headKey, payeeKey, rowKey } from './keys.ts';
import { mustBeAt, mustBeOwn } from './own-application.ts';
import { mustBeSamePayee } from './same-payee.ts';
import { parseHeadWithPayee, readItem, readItems } from './read-application.ts';
import { payeeFields, putPayee } from './payee-fields.ts';
import { answerWait } from './waits/answer-wait.ts';
import { rowIdOf } from './waits/rows.ts';

export type PayeeChange = {
  readonly id: ApplicationId;
  readonly version: Version;
  readonly payee: Payee;
  readonly actor: Actor;
  readonly at: Instant;
  readonly request: Idempotency;
};

const changed = ({ vault }: Desk, head: ApplicationHead, { id, payee, actor }: PayeeChange) => {
  const { payeeSealed, shown } = payeeFields(vault, id, payee);
  const participants = withParticipant(head, 'accountChangers', actor.id);
  return { payeeSealed, shown, set: { ...shown, participants }, row: putPayee(id, payeeSealed) };
};

/** The money came back: the corrected account makes a new payout, tied to the one that was returned. */
const reissue = async (desk: Desk, head: ApplicationHead, input: PayeeChange): Promise<Outcome> => {
  const { id, at, actor, request } = input;
  await mustBeSamePayee(desk, head, input.payee);
  const returnedId = rowIdOf(id, 'PAYOUT', head.payoutNo);
  const returned = payoutRow.parse(await readItem(desk.table, rowKey(id, 'PAYOUT', returnedId)));
  const no = head.payoutNo + 1;
  const { payeeSealed, shown, set, row: payeeRow } = changed(desk, head, input);
  const next = payoutId.parse(rowIdOf(id, 'PAYOUT', no));
  const row = {
    ...rowKey(id, 'PAYOUT', next),
    payoutId: next,
    applicationId: id,
    instrument: head.instrument,
    division: head.division,
    amountFen: returned.amountFen,
    state: 'APPROVED',
    payeeMasked: shown.payeeMasked,
    payeeSealed,
    reissueOf: returned.payoutId,
    approvedAt: returned.approvedAt,
  };
  return answerWait(desk, {
    head,
    at,
    by: doerOf(actor),
    event: { type: 'PAYEE_CHANGED', details: { reissueOf: returned.payoutId, payoutId: next } },
    set: { ...set, payoutNo: no, flags: [] },
    answer: { decision: 'CORRECTED', payoutId: next },
    alongside: [{ Put: { Item: row, ConditionExpression: 'attribute_not_exists(pk)' } }, payeeRow],
    request,
  });
};

/** A recognition pays nobody, so it has no account to change. */
const mustPaySomebody = ({ instrument }: ApplicationHead): void => {
  if (paysNobody(instrument))
    throw new ProblemError(422, 'NOBODY_IS_PAID', 'A recognition pays nobody; it has no account.');
};

/**
 * Changes the account that the money goes to: in a draft, after a return for correction, or when the bank sent the
 * money back. Whoever changes an account may not approve (four eyes).
 * @throws ProblemError NOT_FOUND, NOBODY_IS_PAID, STATE_DOES_NOT_ALLOW, VERSION_STALE, PAYEE_DIFFERS
 */
export const changePayee = async (desk: Desk, input: PayeeChange): Promise<Outcome> => {
  const { id, version, actor, at, request } = input;
  const keys = [headKey(id), payeeKey(id), requestKey(request)];
  const [found, payeeFound, record] = await readItems(desk.table, keys);
  const before = answerGivenBefore(record, request);
  if (before) return { receipt: before };
  const head = mustBeOwn(parseHeadWithPayee(found, payeeFound), actor);
  mustPaySomebody(head);
  mustBeAt(head, version);
  if (head.wait?.kind === 'CORRECT_PAYEE') return reissue(desk, head, input);
  if (head.state !== 'DRAFT' && head.state !== 'RETURNED')
    throw new ProblemError(
      409,
      'STATE_DOES_NOT_ALLOW',
      `The application is ${head.state}; the account can be changed in a draft, after a return, or when the bank sent the money back.`,
      { state: head.state },
    );
  const { set, row } = changed(desk, head, input);
  const receipt = await changeApplication(
    desk.table,
    {
      id,
      expected: version,
      while: ['DRAFT', 'RETURNED'],
      at,
      event: { type: 'PAYEE_CHANGED', by: doerOf(actor) },
      set,
      alongside: [row],
      request,
    },
    (after) => ({ applicationId: id, state: head.state, version: after }),
  );
  return { receipt };
};
