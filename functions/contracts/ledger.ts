import * as z from 'zod';
import { applicationId } from './application.ts';
import { instrument } from './instruments.ts';
import { payoutId } from './payout.ts';
import { fen, instant } from './scalars.ts';

/** What can happen to the money of one entitlement. GROSS is its first payment. */
export const entryKinds = ['GROSS'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** Whether the county pays or receives. */
export const sideOf = { GROSS: 'PAY' } as const satisfies Record<EntryKind, 'PAY' | 'RECEIVE'>;

/** One line of the ledger of one entitlement; written once and never changed. */
export const ledgerEntry = z.object({
  /** What makes a repeat find itself: the payout it comes from. */
  entryId: z.string(),
  kind: z.enum(entryKinds),
  side: z.enum(['PAY', 'RECEIVE']),
  amountFen: fen.min(1),
  instrument,
  subject: z.string(),
  period: z.string(),
  applicationId,
  lineNo: z.int().min(1),
  /** The assessment it rests on. */
  run: z.int().optional(),
  hash: z.string().optional(),
  payoutId: payoutId.optional(),
  at: instant,
  by: z.string(),
});
export type LedgerEntry = z.infer<typeof ledgerEntry>;
