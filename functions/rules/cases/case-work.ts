import type { WageTransfer } from '../../contracts/registers/worker.ts';
import { addMonths, daysInMonth, monthOf } from '../calendar/days.ts';
import type { MonthOfWork } from '../hiring-subsidy/months-of-work.ts';
import { caseSource } from './case-records.ts';

type Stated = {
  readonly cumulativeMonthsIn12?: number | null | undefined;
  readonly payIn12MonthsFen?: number | null | undefined;
};

/** More than any county asks: the claim is not short of what the case does not state. */
const enoughMonths = 12;
const enoughFen = 100_000_000;

/** A stated month is a month that counts: the first is the month after a hiring in the second half of one. */
const monthsFrom = (hiredOn: string, count: number): string[] => {
  const first = hiredOn.slice(8) <= '15' ? 0 : 1;
  return Array.from({ length: count }, (_, at) => monthOf(addMonths(`${monthOf(hiredOn)}-01`, first + at)));
};

/** No month at all is a day's work: that some is claimed is stated, and that it makes no month. */
const worked = (hiredOn: string, months: number, fen: number): MonthOfWork[] => {
  const count = Math.max(1, Math.min(12, Math.floor(months)));
  const each = Math.floor(fen / count);
  return monthsFrom(hiredOn, count).map((month, at) => ({
    month,
    days: months < 1 ? 1 : daysInMonth(month),
    payFen: at === 0 ? fen - each * (count - 1) : each,
  }));
};

const transferred = (months: readonly MonthOfWork[], employerCode: string): WageTransfer[] =>
  months.map(({ month, payFen }) => ({
    month,
    employerCode,
    paidFen: payFen,
    paidOn: `${month}-28`,
    source: caseSource,
  }));

export type CaseWork = { readonly months: MonthOfWork[]; readonly wages: WageTransfer[] };

/**
 * The months and the pay of a case. What it states the bank shows; of what it leaves out the claim has enough and no
 * register knows, so that an officer looks.
 */
export const caseWork = (
  { cumulativeMonthsIn12: count, payIn12MonthsFen: fen }: Stated,
  hiredOn: string,
  employerCode: string,
): CaseWork => {
  const hasMonths = typeof count === 'number';
  const hasPay = typeof fen === 'number';
  if (!hasMonths && !hasPay) return { months: [], wages: [] };
  const months = worked(hiredOn, count ?? enoughMonths, fen ?? enoughFen);
  if (hasMonths && hasPay) return { months, wages: transferred(months, employerCode) };
  return { months, wages: hasPay ? transferred(worked(hiredOn, 1, fen), employerCode) : [] };
};
