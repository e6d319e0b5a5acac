import type { WorkerRecord } from '../../contracts/registers/worker.ts';
import type { IsoDate } from '../../contracts/scalars.ts';
import { daysCovered } from '../calendar/days-covered.ts';
import { daysInMonth } from '../calendar/days.ts';
import { isKnown, type Lookup, type RuleSet } from '../facts.ts';
import { spellsWith } from './job.ts';
import type { MonthOfWork } from './months-of-work.ts';

type Values = RuleSet['values']['hiring'];

/** The best stretch of twelve months: how many of them count, and the gross pay in them. */
export type WorkYear = { readonly from: string; readonly months: number; readonly payFen: number };

const indexOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;

/** 累计: whole months, and the days of short months added up (POLICY 3.5 b, 3.8 c). */
const countedMonths = (
  stretch: readonly MonthOfWork[],
  { minDaysPerMonth, shortMonthDays }: Values,
): number => {
  let whole = 0;
  let loose = 0;
  for (const { month, days } of stretch)
    if (days >= Math.min(minDaysPerMonth, daysInMonth(month))) whole += 1;
    else loose += days;
  return whole + Math.floor(loose / shortMonthDays);
};

const enough = ({ months, payFen }: WorkYear, values: Values): number =>
  (months >= (values.workshopMinMonths ?? 0) ? 2 : 0) + (payFen >= (values.workshopMinPayFen ?? 0) ? 1 : 0);

/** The stretch that meets most of what is asked, then the one with the most months, then the most pay, then the first. */
const isBetter = (a: WorkYear, b: WorkYear, values: Values): boolean => {
  const more = enough(a, values) - enough(b, values) || a.months - b.months || a.payFen - b.payFen;
  return more > 0 || (more === 0 && a.from < b.from);
};

/** 1年内: any twelve months in a row, or a calendar year where the county reads it so (POLICY 3.5 a). */
export const bestYear = (months: readonly MonthOfWork[], values: Values): WorkYear => {
  let best: WorkYear = { from: '', months: 0, payFen: 0 };
  for (const { month: from } of months) {
    const first = values.yearOf === 'CALENDAR_YEAR' ? indexOf(`${from.slice(0, 4)}-01`) : indexOf(from);
    const stretch = months.filter(({ month }) => indexOf(month) >= first && indexOf(month) < first + 12);
    const payFen = stretch.reduce((total, month) => total + month.payFen, 0);
    const year = { from, months: countedMonths(stretch, values), payFen };
    if (best.from === '' || isBetter(year, best, values)) best = year;
  }
  return best;
};

type Named = {
  readonly hiredOn: IsoDate;
  readonly submittedOn?: IsoDate | undefined;
  readonly months: readonly MonthOfWork[];
};

/** What can have been worked: no day before the hiring, and none that lies ahead of the claim. */
export const monthsWorked = ({ hiredOn, submittedOn, months }: Named): readonly MonthOfWork[] =>
  months.flatMap((one) => {
    const days = Math.min(one.days, daysCovered([{ startsOn: hiredOn, endsOn: submittedOn }], one.month));
    return days > 0 ? [{ ...one, days }] : [];
  });

/** How much of the claim the registers bear out. */
export type Confirmation = {
  readonly year: WorkYear;
  /** The employment register or the bank shows this worker with this employer. */
  readonly knowsWork: boolean;
  readonly knowsPay: boolean;
};

const nothing: Confirmation = {
  year: { from: '', months: 0, payFen: 0 },
  knowsWork: false,
  knowsPay: false,
};

/** What the bank paid from this employer, month by month. */
const payByMonth = ({ wages }: WorkerRecord, code: string): ReadonlyMap<string, number> => {
  const paid = new Map<string, number>();
  for (const { month, employerCode, paidFen } of wages)
    if (employerCode === code) paid.set(month, (paid.get(month) ?? 0) + paidFen);
  return paid;
};

/**
 * The claimed months as the registers show the worker with this employer, at the pay that the bank shows. A month with
 * wages counts as claimed; otherwise the employment register says how many of its days.
 */
export const confirmedYear = (
  worker: Lookup<WorkerRecord>,
  employerCode: string | undefined,
  months: readonly MonthOfWork[],
  values: Values,
): Confirmation => {
  if (!isKnown(worker) || employerCode === undefined) return nothing;
  const paid = payByMonth(worker, employerCode);
  const spells = spellsWith(worker, employerCode);
  const bySheet = values.payProof === 'WAGE_SHEET' && spells.some(({ wageProof }) => wageProof);
  const shown = months.flatMap((one) => {
    const pay = paid.get(one.month);
    if (pay !== undefined) return [{ ...one, payFen: pay }];
    const days = Math.min(one.days, daysCovered(spells, one.month));
    return days > 0 ? [{ ...one, days, payFen: bySheet ? one.payFen : 0 }] : [];
  });
  return {
    year: bestYear(shown, values),
    knowsWork: paid.size > 0 || spells.length > 0,
    knowsPay: paid.size > 0 || bySheet,
  };
};
