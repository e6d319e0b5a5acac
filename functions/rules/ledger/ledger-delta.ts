import type { EntryKind } from '../../contracts/ledger.ts';

export type Movement = { readonly kind: EntryKind; readonly amountFen: number };

const effect = {
  GROSS: 1,
  ADJUST: 1,
  REVERSAL: -1,
  RECOVER: -1,
  OFFSET: -1,
  WRITE_OFF: 0,
} as const satisfies Record<EntryKind, number>;

/** What the payee has of this entitlement. */
export const inHandFen = (movements: readonly Movement[]): number =>
  movements.reduce((sum, { kind, amountFen }) => sum + effect[kind] * amountFen, 0);

const forgivenFen = (movements: readonly Movement[]): number =>
  movements.reduce((sum, { kind, amountFen }) => (kind === 'WRITE_OFF' ? sum + amountFen : sum), 0);

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
  netFen(fullFen, movements) + outstandingFen;
