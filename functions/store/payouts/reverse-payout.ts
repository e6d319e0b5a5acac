import type { Actor } from '../../contracts/actor.ts';
import type { ApplicationHead, Version } from '../../contracts/application.ts';
import { payoutRow, type PayoutId, type PayoutRow, type Reversal } from '../../contracts/payout.ts';
import type { Instant } from '../../contracts/scalars.ts';
import { ProblemError } from '../../platform/errors.ts';
import { AlongsideRefusedError, changeApplication } from '../change-application.ts';
import type { Outcome } from '../delivery.ts';
import type { KeylessDesk } from '../desk.ts';
import { doerOf } from '../doer.ts';
import { takeBack } from '../funds.ts';
import { answerGivenBefore, requestKey, type Idempotency } from '../idempotency.ts';
import { headKey, rowKey } from '../keys.ts';
import { appendEntries } from '../ledger/append-entries.ts';
import { entitlementOf, entryWrite } from '../ledger/entry-writes.ts';
import { lastPayoutOf, paidParts } from '../ledger/paid-entries.ts';
import { mustBeAt } from '../own-application.ts';
import { everyLine, parseHead, readItems } from '../read-application.ts';
import { explainRace } from '../tasks/claim-task.ts';
import type { Refusal, Write } from '../transact.ts';
import { updateExpression } from '../update-expression.ts';
import { applicationOf } from './booking-change.ts';

export type PayoutReversal = {
  readonly id: PayoutId;
  readonly version: Version;
  readonly reversal: Reversal;
  readonly actor: Actor;
  readonly at: Instant;
  readonly request: Idempotency;
};

type PaidPayout = { readonly row: PayoutRow; readonly head: ApplicationHead };

const mustBePaid = ({ row, head }: PaidPayout, { reversal }: PayoutReversal): void => {
  if (head.state !== 'CLOSED' || row.state !== 'PAID' || lastPayoutOf(head) !== row.payoutId)
    throw new ProblemError(
      409,
      'PAYOUT_NOT_PAID',
      `This payout is ${row.state}; only a paid one comes back.`,
      {
        state: row.state,
      },
    );
  if (row.amountFen !== reversal.amountFen)
    throw new ProblemError(
      409,
      'AMOUNT_DIFFERS',
      `The bank’s amount is ${reversal.amountFen} fen, the payout’s ${row.amountFen} fen. Nothing was booked; ask the bank.`,
    );
};

const rowUpdate = ({ id, reversal, actor, at }: PayoutReversal): Write => {
  const { bookedOn, bankReference, returnReason } = reversal;
  const set = { state: 'REVERSED', reversedAt: at, reversedBy: actor.id, returnReason };
  const update = updateExpression({
    set: { ...set, reversedOn: bookedOn, reversalReference: bankReference },
  });
  return {
    Update: {
      Key: rowKey(applicationOf(id), 'PAYOUT', id),
      ...update,
      ExpressionAttributeValues: { ...update.ExpressionAttributeValues, ':paid': 'PAID' },
      ConditionExpression: '#state = :paid',
    },
  };
};

const entries = async (
  { table }: KeylessDesk,
  { head }: PaidPayout,
  { id, actor, at }: PayoutReversal,
): Promise<Write[]> => {
  const { applicationId } = head;
  const origin = { entryId: `${id}.REVERSAL`, applicationId, payoutId: id, at, by: actor.id };
  const writes: Write[] = [];
  for await (const line of everyLine(table, applicationId))
    for (const [, part] of paidParts(line))
      writes.push(entryWrite('REVERSAL', origin, entitlementOf(line), part));
  return writes;
};

const write = async (desk: KeylessDesk, paid: PaidPayout, input: PayoutReversal): Promise<Outcome> => {
  const { head } = paid;
  const { applicationId, division, version: expected } = head;
  const { id, actor, at, reversal, request } = input;
  const all = await entries(desk, paid, input);
  const isShort = all.length <= 90;
  if (!isShort) await appendEntries(desk.table, head, all);
  const receipt = await changeApplication(
    desk.table,
    {
      id: applicationId,
      expected,
      while: ['CLOSED'],
      at,
      event: {
        type: 'PAYOUT_REVERSED',
        by: doerOf(actor, 'FINANCE_OFFICER'),
        details: { payoutId: id, amountFen: reversal.amountFen, returnReason: reversal.returnReason },
      },
      alongside: [rowUpdate(input), takeBack(division, reversal.amountFen), ...(isShort ? all : [])],
      request,
    },
    (version) => ({ applicationId, state: 'CLOSED', version, id }),
  );
  return { receipt };
};

/** The fund’s figures say that this much was never paid: a part of it came back already, as a recovery. */
const fundRefuses = ({ found }: Refusal): boolean => found !== undefined && 'paidFen' in found;

const explain = (error: unknown): never => {
  if (error instanceof AlongsideRefusedError && error.refusals.some(fundRefuses))
    throw new ProblemError(
      409,
      'MORE_THAN_PAID',
      'The county has paid less than comes back here: a recovery has brought a part of it already. Nothing was booked; settle with the payee and the bank first.',
    );
  return explainRace(error);
};

/**
 * Books that the bank took back what it had paid. Each entitlement's ledger says so, and the money is in the fund
 * again; that it is paid once more is a re-assessment's word.
 * @throws ProblemError NOT_FOUND, VERSION_STALE, PAYOUT_NOT_PAID, AMOUNT_DIFFERS, MORE_THAN_PAID
 */
export const reversePayout = async (desk: KeylessDesk, input: PayoutReversal): Promise<Outcome> => {
  const { id, actor, version, request } = input;
  const application = applicationOf(id);
  const keys = [rowKey(application, 'PAYOUT', id), headKey(application), requestKey(request)];
  const [item, found, record] = await readItems(desk.table, keys);
  const before = answerGivenBefore(record, request);
  if (before) return { receipt: before };
  const head = parseHead(found);
  if (item === undefined || head === undefined || head.division !== actor.division)
    throw new ProblemError(404, 'NOT_FOUND', 'There is no such payout in your county.');
  mustBeAt(head, version);
  const paid = { row: payoutRow.parse(item), head };
  mustBePaid(paid, input);
  try {
    return await write(desk, paid, input);
  } catch (error) {
    return explain(error);
  }
};
