import type { LineAssessment } from '../../contracts/assessment.ts';
import { ledgerDelta, type Movement } from './ledger-delta.ts';

type Said = Pick<LineAssessment, 'outcome' | 'checks'>;

/** A register that is down, or does not know, never takes money back: it says nothing about what was paid. */
const isUnsure = ({ outcome, checks }: Said): boolean =>
  outcome !== 'REJECT' && checks.some((check) => check.outcome === 'UNAVAILABLE');

/** What an assessment's full value asks for, by what was paid and is asked back already. */
export const dueBy = (
  said: Said,
  fullFen: number,
  movements: readonly Movement[],
  outstandingFen = 0,
): number => {
  const delta = ledgerDelta(fullFen, movements, outstandingFen);
  return isUnsure(said) ? Math.max(0, delta) : delta;
};
