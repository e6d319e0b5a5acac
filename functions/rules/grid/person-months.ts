import type { IsoMonth } from '../../contracts/scalars.ts';
import type { EmploymentSpell, WorkerRecord } from '../../contracts/registers/worker.ts';
import type { OtherEntitlement } from '../facts.ts';
import { covers } from './covers.ts';

/** One month of one person over all instruments: where they were, who employed and insured them, what was granted. */
export type PersonMonth<Granted extends OtherEntitlement = OtherEntitlement> = {
  readonly month: IsoMonth;
  readonly jobs: readonly EmploymentSpell[];
  readonly wagesFen: number;
  /** Employers that paid any insurance for the month. */
  readonly insuredBy: readonly string[];
  readonly granted: readonly Granted[];
};

const inMonth =
  (month: IsoMonth) =>
  ({ startsOn, endsOn }: EmploymentSpell): boolean =>
    startsOn.slice(0, 7) <= month && (endsOn === undefined || month <= endsOn.slice(0, 7));

const employment = (worker: WorkerRecord | undefined, month: IsoMonth) => {
  if (worker === undefined) return { jobs: [], wagesFen: 0, insuredBy: [] };
  const wages = worker.wages.filter((wage) => wage.month === month);
  const paid = worker.contributions.filter((contribution) => contribution.month === month);
  return {
    jobs: worker.spells.filter(inMonth(month)),
    wagesFen: wages.reduce((sum, { paidFen }) => sum + paidFen, 0),
    insuredBy: [...new Set(paid.map(({ employerCode }) => employerCode))],
  };
};

/**
 * The grid of one person's months. The rules of combination (POLICY section 5) read what was granted in them, and a
 * person sees the same months whole.
 */
export const personMonths = <Granted extends OtherEntitlement>(
  months: readonly IsoMonth[],
  granted: readonly Granted[],
  worker?: WorkerRecord,
): PersonMonth<Granted>[] =>
  months.map((month) => ({
    month,
    ...employment(worker, month),
    granted: granted.filter((one) => covers(one, month)),
  }));
