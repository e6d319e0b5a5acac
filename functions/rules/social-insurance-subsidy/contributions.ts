import type { Contribution, InsuranceLine, WorkerRecord } from '../../contracts/registers/worker.ts';
import type { Fen, IsoMonth } from '../../contracts/scalars.ts';
import { isKnown } from '../facts.ts';
import type { SocialInsuranceFacts } from './facts.ts';

/** What the insurance register shows for one claimed month of this worker. */
export type MonthInRegister = {
  /** The employer's share by line; where a line stands twice, the larger entry. */
  readonly paid: Map<InsuranceLine, Fen>;
  /** A line that is entered more than once. */
  twice: boolean;
  /** Owed and not seen paid by the day of the claim. */
  unpaid: boolean;
  /** Another employer paid for this month too. */
  otherEmployer: boolean;
  waivedFen: Fen;
};

/** The claimed months by what is registered of them; undefined where nobody has any contribution of this worker. */
export type Register = ReadonlyMap<IsoMonth, MonthInRegister> | undefined;

const nothing = (): MonthInRegister => ({
  paid: new Map(),
  twice: false,
  unpaid: false,
  otherEmployer: false,
  waivedFen: 0,
});

const isPaidBy = ({ paidOn }: Contribution, submittedOn = '9999'): boolean =>
  paidOn !== undefined && paidOn <= submittedOn;

const add = (month: MonthInRegister, entry: Contribution, submittedOn: string | undefined): void => {
  const { line, employerFen, waivedFen } = entry;
  const before = month.paid.get(line);
  month.twice ||= before !== undefined;
  month.paid.set(line, Math.max(before ?? 0, employerFen));
  month.unpaid ||= employerFen > 0 && !isPaidBy(entry, submittedOn);
  month.waivedFen += waivedFen;
};

const lookUp = (
  { contributions }: WorkerRecord,
  { claim, submittedOn }: SocialInsuranceFacts,
): Map<IsoMonth, MonthInRegister> => {
  const months = new Map<IsoMonth, MonthInRegister>(claim.months.map(({ month }) => [month, nothing()]));
  for (const entry of contributions) {
    const month = months.get(entry.month);
    if (month === undefined) continue;
    if (entry.employerCode === claim.employerCode) add(month, entry, submittedOn);
    else month.otherEmployer ||= entry.employerFen > 0;
  }
  return months;
};

export const registerOf = (facts: SocialInsuranceFacts): Register =>
  isKnown(facts.worker) && facts.worker.contributions.length > 0 ? lookUp(facts.worker, facts) : undefined;

/** Months in which a part of this employer's share was waived. */
export const waivedMonths = ({ worker, claim }: SocialInsuranceFacts): number => {
  if (!isKnown(worker)) return 0;
  const waived = worker.contributions.filter(
    ({ employerCode, waivedFen }) => employerCode === claim.employerCode && waivedFen > 0,
  );
  return new Set(waived.map(({ month }) => month)).size;
};
