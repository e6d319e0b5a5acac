import type { RecoveryPart, RecoveryRow } from '../../contracts/recovery.ts';

/** What approved recoveries still ask back of one entitlement. */
export const outstandingOf = (
  recoveries: readonly RecoveryRow[],
  { lineNo, period }: Pick<RecoveryPart, 'lineNo' | 'period'>,
): number =>
  recoveries
    .filter(({ state }) => state === 'APPROVED')
    .flatMap(({ parts }) => parts)
    .filter((part) => part.lineNo === lineNo && part.period === period)
    .reduce((sum, { leftFen }) => sum + leftFen, 0);
