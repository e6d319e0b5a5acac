import * as z from 'zod';
import { applicationId } from './application.ts';
import { both } from './both.ts';
import { instrument } from './instruments.ts';
import { plainText } from './plain-text.ts';
import { fen, instant, isoDate } from './scalars.ts';

export const payoutId = z
  .string()
  .regex(
    /^A\d{8}-[0-9A-Z]{10}\.PAYOUT\.\d+$/,
    both(
      'a payout number looks like A20200316-7K3M9QW2ZD.PAYOUT.1',
      '支付编号形如 A20200316-7K3M9QW2ZD.PAYOUT.1',
    ),
  )
  .brand<'PayoutId'>();
export type PayoutId = z.infer<typeof payoutId>;

export const payoutStates = ['APPROVED', 'PAYABLE', 'PAID', 'RETURNED', 'REVERSED'] as const;
export const payoutState = z.enum(payoutStates);

/** One payment instruction to one payee. A re-issue is a new payout tied to the one that came back. */
export const payoutRow = z.object({
  payoutId,
  applicationId,
  instrument,
  division: z.string(),
  amountFen: fen.min(1),
  state: payoutState,
  payeeMasked: z.string(),
  payeeSealed: z.string(),
  reissueOf: payoutId.optional(),
  approvedAt: instant,
  dueOn: isoDate.optional(),
  token: z.string().optional(),
  bookedAt: instant.optional(),
  bookedBy: z.string().optional(),
  bookedOn: isoDate.optional(),
  bankReference: z.string().optional(),
  returnReason: z.string().optional(),
});
export type PayoutRow = z.infer<typeof payoutRow>;

/** Why a bank sends money back; codes and who mends what come with reconciliation. */
export const returnReasons = [
  'ACCOUNT_CLOSED',
  'NAME_DIFFERS',
  'ACCOUNT_UNKNOWN',
  'ACCOUNT_FROZEN',
  'OTHER',
] as const;

const common = {
  /** The amount on the bank's statement; it must be the payout's. */
  amountFen: fen.min(1),
  bookedOn: isoDate,
  bankReference: plainText(60),
};

export const booking = z.discriminatedUnion('result', [
  z.strictObject({ result: z.literal('PAID'), ...common }),
  z.strictObject({ result: z.literal('RETURNED'), ...common, returnReason: z.enum(returnReasons) }),
]);
export type Booking = z.infer<typeof booking>;

/** The bank took back what it had paid and this desk had booked. */
export const reversal = z.strictObject({ ...common, returnReason: z.enum(returnReasons) });
export type Reversal = z.infer<typeof reversal>;
