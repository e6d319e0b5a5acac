import type { EntryKind } from '../../contracts/ledger.ts';

export type Movement = {
  readonly kind: EntryKind;
  readonly amountFen: number;
  readonly keepsFen?: number | undefined;
};

const effect = {
  GROSS: 1,
  ADJUST: 1,
  REVERSAL: -1,
  RECOVER: -1,
  OFFSET: -1,
  WRITE_OFF: 0,
  LIMIT: 0,
} as const satisfies Record<EntryKind, number>;

/** What the payee has of this entitlement. */
export const inHandFen = (movements: readonly Movement[]): number =>
  movements.reduce((sum, { kind, amountFen }) => sum + effect[kind] * amountFen, 0);

const forgivenFen = (movements: readonly Movement[]): number =>
  movements.reduce((sum, { kind, amountFen }) => (kind === 'WRITE_OFF' ? sum + amountFen : sum), 0);

/** What people decided to ask back by their own word is not due again, whatever the rules find. */
const limited = (fullFen: number, movements: readonly Movement[]): number =>
  movements.reduce((least, { keepsFen = least }) => Math.min(least, keepsFen), fullFen);

/** What is paid too much and not forgiven, as a negative number; what is still to be paid, as a positive one. */
const netFen = (fullFen: number, movements: readonly Movement[]): number => {
  const net = fullFen - inHandFen(movements);
  return net >= 0 ? net : Math.min(0, net + forgivenFen(movements));
};

/**
 * What a new full value asks for: more than nothing is to be paid, less than nothing to be recovered, nothing makes
 * no instruction. `outstandingFen` is what approved recoveries still ask back of this entitlement: it counts as if it
 * had come back, so that nothing is asked for twice, and a higher value pays it down first.
 */
export const ledgerDelta = (fullFen: number, movements: readonly Movement[], outstandingFen = 0): number =>
  netFen(limited(fullFen, movements), movements) + outstandingFen;

/** What may still be asked back of an entitlement, whatever it is worth: what is in hand, not given up nor asked for. */
export const recoverableFen = (movements: readonly Movement[], outstandingFen = 0): number =>
  Math.max(0, 0 - ledgerDelta(0, movements, outstandingFen));
