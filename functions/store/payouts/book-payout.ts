import { payoutRow, type Booking, type PayoutId, type PayoutRow } from '../../contracts/payout.ts';
import { ProblemError } from '../../platform/errors.ts';
import { AlongsideRefusedError, ApplicationMovedOnError, changeApplication } from '../change-application.ts';
import type { Outcome } from '../delivery.ts';
import type { KeylessDesk } from '../desk.ts';
import type { Receipt } from '../idempotency.ts';
import { headKey, rowKey } from '../keys.ts';
import { parseHead, readItem, readItems } from '../read-application.ts';
import {
  answering,
  answerTo,
  applicationOf,
  bookingChange,
  passingBy,
  type PayoutBooking,
  type Waited,
} from './booking-change.ts';

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
const explain = async ({ table }: KeylessDesk, input: PayoutBooking): Promise<Outcome> => {
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

const tokenOf = async ({ table }: KeylessDesk, id: PayoutId): Promise<string | undefined> => {
  const item = await readItem(table, rowKey(applicationOf(id), 'PAYOUT', id));
  return item && payoutRow.parse(item).token;
};

const write = async (desk: KeylessDesk, input: PayoutBooking, waited: Waited): Promise<Receipt> => {
  const { id } = input;
  const application = applicationOf(id);
  return changeApplication(desk.table, bookingChange(input, waited), (after) => ({
    applicationId: application,
    state: 'PAYING',
    version: after,
    id,
  }));
};

const bookAwaited = async (desk: KeylessDesk, input: PayoutBooking): Promise<Outcome> => {
  const { id } = input;
  const receipt = await write(desk, input, answering(input));
  const token = await tokenOf(desk, id);
  if (token === undefined) return { receipt };
  const answer = answerTo(input, receipt.version);
  return { receipt, delivery: { kind: 'ANSWER', applicationId: applicationOf(id), token, answer } };
};

/** The step that waits for bookings failed, and an operator has its task: what the bank did is a fact all the same. */
const isParked = (error: ApplicationMovedOnError, { id, version }: PayoutBooking): boolean =>
  error.head?.state === 'PAYING' && error.head.version === version && error.head.wait?.rowId !== id;

const bookParked = async (desk: KeylessDesk, input: PayoutBooking): Promise<Outcome> => ({
  receipt: await write(desk, input, passingBy),
});

const isRefused = (error: unknown): boolean =>
  error instanceof ApplicationMovedOnError || error instanceof AlongsideRefusedError;

/**
 * Books what the bank did with a payout. One round trip: finance sends the version and the amount it saw, and the
 * rows themselves check both.
 * @throws ProblemError NOT_FOUND, PAYOUT_NOT_PAYABLE, AMOUNT_DIFFERS, VERSION_STALE
 */
export const bookPayout = async (desk: KeylessDesk, input: PayoutBooking): Promise<Outcome> => {
  try {
    return await bookAwaited(desk, input).catch((error: unknown) => {
      if (error instanceof ApplicationMovedOnError && isParked(error, input)) return bookParked(desk, input);
      throw error;
    });
  } catch (error) {
    if (isRefused(error)) return explain(desk, input);
    throw error;
  }
};
