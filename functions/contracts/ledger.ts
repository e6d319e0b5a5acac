import * as z from 'zod';
import { applicationId } from './application.ts';
import { instrument } from './instruments.ts';
import { payoutId } from './payout.ts';
import { fen, instant } from './scalars.ts';

/**
 * What can happen to the money of one entitlement. GROSS is its first payment, ADJUST a later difference; a REVERSAL
 * is money the bank took back, RECOVER money that came back from the payee, OFFSET what a later payment paid down of
 * a recovery. Two move nothing: WRITE_OFF says that what was paid too much will not be asked for, LIMIT that two people
 * decided by their own word to ask money back, and what is due is no more than `keepsFen` from then on.
 */
export const entryKinds = ['GROSS', 'ADJUST', 'OFFSET', 'RECOVER', 'REVERSAL', 'WRITE_OFF', 'LIMIT'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** Whether the county pays or receives. */
export const sideOf = {
  GROSS: 'PAY',
  ADJUST: 'PAY',
  REVERSAL: 'PAY',
  OFFSET: 'RECEIVE',
  RECOVER: 'RECEIVE',
  WRITE_OFF: 'RECEIVE',
  LIMIT: 'RECEIVE',
} as const satisfies Record<EntryKind, 'PAY' | 'RECEIVE'>;

/** One line of the ledger of one entitlement; written once and never changed. */
export const ledgerEntry = z.object({
  /** What makes a repeat find itself: the payout or recovery it comes from. */
  entryId: z.string(),
  kind: z.enum(entryKinds),
  side: z.enum(['PAY', 'RECEIVE']),
  amountFen: fen.min(1),
  /** Of a LIMIT: what the payee keeps of this entitlement. */
  keepsFen: fen.optional(),
  instrument,
  subject: z.string(),
  period: z.string(),
  applicationId,
  lineNo: z.int().min(1),
  /** The assessment it rests on. */
  run: z.int().optional(),
  hash: z.string().optional(),
  payoutId: payoutId.optional(),
  recoveryId: z.string().optional(),
  at: instant,
  by: z.string(),
});
export type LedgerEntry = z.infer<typeof ledgerEntry>;
