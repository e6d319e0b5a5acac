import type { RecoveryPart, RecoveryRow } from '../../contracts/recovery.ts';

type Entitlement = Pick<RecoveryPart, 'lineNo' | 'period'>;

const leftIn =
  (wanted: RecoveryRow['state']) =>
  (recoveries: readonly RecoveryRow[], { lineNo, period }: Entitlement): number =>
    recoveries
      .filter(({ state }) => state === wanted)
      .flatMap(({ parts }) => parts)
      .filter((part) => part.lineNo === lineNo && part.period === period)
      .reduce((sum, { leftFen }) => sum + leftFen, 0);

/** What approved recoveries still ask back of one entitlement. */
export const outstandingOf = leftIn('APPROVED');

/** What is proposed of it, and nobody has decided. */
export const proposedOf = leftIn('PROPOSED');
