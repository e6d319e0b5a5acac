import type { Actor } from '../../contracts/actor.ts';
import { applicationId, type Version } from '../../contracts/application.ts';
import { payoutRow, type Booking, type PayoutId, type PayoutRow } from '../../contracts/payout.ts';
import type { Instant } from '../../contracts/scalars.ts';
import { ProblemError } from '../../platform/errors.ts';
import { AlongsideRefusedError, ApplicationMovedOnError, changeApplication } from '../change-application.ts';
import type { Outcome } from '../delivery.ts';
import type { Desk } from '../desk.ts';
import { doerOf } from '../doer.ts';
import { spend } from '../funds.ts';
import type { Idempotency } from '../idempotency.ts';
import { headKey, rowKey } from '../keys.ts';
import { parseHead, readItem, readItems } from '../read-application.ts';
import type { Write } from '../transact.ts';
import { updateExpression } from '../update-expression.ts';

export type PayoutBooking = {
  readonly id: PayoutId;
  readonly version: Version;
  readonly booking: Booking;
  readonly actor: Actor;
  readonly at: Instant;
  readonly request: Idempotency;
};

const applicationOf = (id: PayoutId) => applicationId.parse(id.slice(0, id.indexOf('.')));

const answers = { PAID: 'PAID', RETURNED: 'RETURNED_BY_BANK' } as const;

const rowUpdate = ({ id, booking, actor, at }: PayoutBooking): Write => {
  const update = updateExpression({
    set: {
      state: booking.result,
      bookedAt: at,
      bookedBy: actor.id,
      bookedOn: booking.bookedOn,
      bankReference: booking.bankReference,
      returnReason: booking.result === 'RETURNED' ? booking.returnReason : undefined,
    },
    remove: ['workPk', 'workSk'],
  });
  return {
    Update: {
      Key: rowKey(applicationOf(id), 'PAYOUT', id),
      ...update,
      ExpressionAttributeNames: {
        ...update.ExpressionAttributeNames,
        '#division': 'division',
        '#amount': 'amountFen',
      },
      ExpressionAttributeValues: {
        ...update.ExpressionAttributeValues,
        ':payable': 'PAYABLE',
        ':division': actor.division,
        ':amount': booking.amountFen,
      },
      ConditionExpression: '#state = :payable AND #division = :division AND #amount = :amount',
    },
  };
};

const sameBooking = (row: PayoutRow, booking: Booking): boolean =>
  row.state === booking.result &&
  row.bankReference === booking.bankReference &&
  row.amountFen === booking.amountFen;

const noSuchPayout = (): ProblemError =>
  new ProblemError(404, 'NOT_FOUND', 'There is no such payout in your county.');

const notPayable = (row: PayoutRow): ProblemError =>
  new ProblemError(
    409,
    'PAYOUT_NOT_PAYABLE',
    `This payout is ${row.state}; only a payable one can be booked.`,
    {
      state: row.state,
    },
  );

/** Reads the row to say why a booking was refused; a second booking of the same fact is answered like the first. */
const explain = async ({ table }: Desk, input: PayoutBooking): Promise<Outcome> => {
  const { id, booking, actor } = input;
  const [item, found] = await readItems(table, [
    rowKey(applicationOf(id), 'PAYOUT', id),
    headKey(applicationOf(id)),
  ]);
  const head = parseHead(found);
  if (item === undefined || head === undefined) throw noSuchPayout();
  const row = payoutRow.parse(item);
  if (row.division !== actor.division) throw noSuchPayout();
  if (sameBooking(row, booking))
    return { receipt: { applicationId: head.applicationId, state: head.state, version: head.version, id } };
  if (row.state !== 'PAYABLE') throw notPayable(row);
  if (row.amountFen !== booking.amountFen)
    throw new ProblemError(
      409,
      'AMOUNT_DIFFERS',
      `The bank’s amount is ${booking.amountFen} fen, the payout’s ${row.amountFen} fen. Nothing was booked; ask the bank.`,
    );
  throw new ProblemError(
    409,
    'VERSION_STALE',
    'The application changed since you listed the payouts. Load the list again.',
    {
      version: head.version,
    },
  );
};

const tokenOf = async ({ table }: Desk, id: PayoutId): Promise<string | undefined> => {
  const item = await readItem(table, rowKey(applicationOf(id), 'PAYOUT', id));
  return item && payoutRow.parse(item).token;
};

/**
 * Books what the bank did with a payout. One round trip: finance sends the version and the amount it saw, and the
 * rows themselves check both.
 * @throws ProblemError NOT_FOUND, PAYOUT_NOT_PAYABLE, AMOUNT_DIFFERS, VERSION_STALE
 */
export const bookPayout = async (desk: Desk, input: PayoutBooking): Promise<Outcome> => {
  const { id, version, booking, actor, at, request } = input;
  const paid = booking.result === 'PAID';
  const application = applicationOf(id);
  const wait = { kind: 'PAY' as const, rowId: id, dueOn: booking.bookedOn };
  const answer = (after: Version) => JSON.stringify({ decision: answers[booking.result], version: after });
  try {
    const receipt = await changeApplication(
      desk.table,
      {
        id: application,
        expected: version,
        while: ['PAYING'],
        at,
        event: {
          type: 'PAYOUT_BOOKED',
          by: doerOf(actor, 'FINANCE_OFFICER'),
          details: { payoutId: id, result: booking.result, amountFen: booking.amountFen },
        },
        set: paid ? { reservedFen: 0 } : {},
        remove: ['wait'],
        outbox: (after) => ({ kind: 'ANSWER', at, wait, answer: answer(after) }),
        alongside: [rowUpdate(input), ...(paid ? [spend(actor.division, booking.amountFen)] : [])],
        request,
      },
      (after) => ({ applicationId: application, state: 'PAYING', version: after, id }),
    );
    const token = await tokenOf(desk, id);
    return {
      receipt,
      ...(token !== undefined && {
        delivery: { kind: 'ANSWER', applicationId: application, token, answer: answer(receipt.version) },
      }),
    };
  } catch (error) {
    if (error instanceof ApplicationMovedOnError || error instanceof AlongsideRefusedError)
      return explain(desk, input);
    throw error;
  }
};
