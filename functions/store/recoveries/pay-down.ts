import type { RecoveryPart, RecoveryRow } from '../../contracts/recovery.ts';
import { sumOf } from './recovery-rows.ts';

export type PaidDown = {
  /** The recovery as it is afterwards. */
  readonly set: Pick<RecoveryRow, 'parts' | 'leftFen' | 'state'>;
  /** What was paid down of which entitlement. */
  readonly taken: readonly { readonly part: RecoveryPart; readonly amountFen: number }[];
};

/** Spreads money over what a recovery still asks for, entitlement by entitlement in their order. */
export const payDown = ({ parts, state }: RecoveryRow, moneyFen: number): PaidDown => {
  let left = moneyFen;
  const taken: { part: RecoveryPart; amountFen: number }[] = [];
  const after = parts.map((part) => {
    const amountFen = Math.min(left, part.leftFen);
    if (amountFen === 0) return part;
    left -= amountFen;
    taken.push({ part, amountFen });
    return { ...part, leftFen: part.leftFen - amountFen };
  });
  const leftFen = sumOf(after, 'leftFen');
  return { set: { parts: after, leftFen, state: leftFen === 0 ? 'RECEIVED' : state }, taken };
};
