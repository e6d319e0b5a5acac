import type { Actor } from '../../contracts/actor.ts';
import { applicationId, type Version } from '../../contracts/application.ts';
import type { Booking, PayoutId } from '../../contracts/payout.ts';
import type { Instant } from '../../contracts/scalars.ts';
import type { ApplicationChange } from '../change-application.ts';
import { doerOf } from '../doer.ts';
import { spend } from '../funds.ts';
import type { Idempotency } from '../idempotency.ts';
import { rowKey } from '../keys.ts';
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

export const applicationOf = (id: PayoutId) => applicationId.parse(id.slice(0, id.indexOf('.')));

const answers = { PAID: 'PAID', RETURNED: 'RETURNED_BY_BANK' } as const;

/** What the machine gets as its task's result. */
const answerOf = ({ booking }: PayoutBooking) => ({ decision: answers[booking.result] });

/** The same, with the version that the machine goes on from. */
export const answerTo = (input: PayoutBooking, after: Version): string =>
  JSON.stringify({ ...answerOf(input), version: after });

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

/** What a booking does to the machine's wait. */
export type Waited = Pick<ApplicationChange, 'remove' | 'outbox' | 'onlyIf'>;

/** The machine waits for this booking: its wait ends, and its answer goes into the outbox. */
export const answering = (input: PayoutBooking): Waited => {
  const { id, at, booking } = input;
  const wait = { kind: 'PAY' as const, rowId: id, dueOn: booking.bookedOn };
  return {
    remove: ['wait'],
    outbox: () => ({ kind: 'ANSWER', at, wait, answer: JSON.stringify(answerOf(input)) }),
    onlyIf: { condition: '#wait.rowId = :waited', names: { '#wait': 'wait' }, values: { ':waited': id } },
  };
};

/** It waits for something else: when it comes to this payout, the row tells it. */
export const passingBy: Waited = { outbox: 'KEEP' };

/** The change of an application that books its payout and spends what was reserved for it. */
export const bookingChange = (input: PayoutBooking, waited: Waited): ApplicationChange => {
  const { id, version, booking, actor, at, request } = input;
  const paid = booking.result === 'PAID';
  return {
    id: applicationOf(id),
    expected: version,
    while: ['PAYING'],
    at,
    event: {
      type: 'PAYOUT_BOOKED',
      by: doerOf(actor, 'FINANCE_OFFICER'),
      details: { payoutId: id, result: booking.result, amountFen: booking.amountFen },
    },
    set: paid ? { reservedFen: 0 } : {},
    ...waited,
    alongside: [rowUpdate(input), ...(paid ? [spend(actor.division, booking.amountFen)] : [])],
    request,
    onceByState: true,
  };
};
