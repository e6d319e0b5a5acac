import type { WorkerRecord } from '../../../functions/contracts/registers/worker.ts';
import type { RuleSet } from '../../../functions/rules/facts.ts';
import { dateOf, dayOf, daysIn, lies, monthsFrom, type Span } from '../almanac.ts';
import type { Row } from '../decision-table.ts';

/*
 * POLICY 3.5 and 3.8, the work of a worker with one employer: months within any twelve, and the pay in them. Months
 * with enough days count; the days of shorter ones add up.
 */

type Claimed = { readonly month: string; readonly days: number; readonly payFen: number };
export type Question = {
  readonly worker: WorkerRecord | 'UNKNOWN' | 'UNAVAILABLE';
  readonly employer: string | undefined;
  readonly hiredOn: string;
  readonly months: readonly Claimed[];
  readonly submittedOn: string | undefined;
};

export type WorkSheet = {
  readonly monthsSet: boolean;
  readonly paySet: boolean;
  readonly monthsShort: boolean;
  readonly payShort: boolean;
  readonly shown: 'YES' | 'LESS' | 'NOTHING' | 'NO_WORKER';
};

const monthsIn = (days: readonly { month: string; days: number }[], { values }: RuleSet): number => {
  const { minDaysPerMonth, shortMonthDays } = values.hiring;
  const whole = days.filter((one) => one.days >= Math.min(minDaysPerMonth, daysIn(one.month)));
  const rest = days.filter((one) => !whole.includes(one)).reduce((sum, one) => sum + one.days, 0);
  return whole.length + Math.floor(rest / shortMonthDays);
};

/** Each year that the claim's months allow: any twelve months in a row, or a calendar year. */
const yearsOf = (months: readonly Claimed[], { values }: RuleSet): string[][] => {
  const names = months.map(({ month }) => month).sort();
  const [first] = names;
  const last = names.at(-1);
  if (first === undefined || last === undefined) return [];
  const starts =
    values.hiring.yearOf === 'CALENDAR_YEAR'
      ? [...new Set(names.map((name) => `${name.slice(0, 4)}-01`))]
      : monthsFrom(`${first}-01`, `${last}-01`);
  return starts.map((start) => {
    const [year = 0, month = 0] = start.split('-').map(Number);
    const end = month === 1 ? `${year}-12` : `${year + 1}-${String(month - 1).padStart(2, '0')}`;
    return monthsFrom(`${start}-01`, `${end}-01`);
  });
};

/** The days of a month that any of the spans covers, counted one by one. */
const covered = (month: string, spans: readonly Span[]): number => {
  const first = dayOf(`${month}-01`);
  const days = Array.from({ length: daysIn(month) }, (_, at) => dateOf(first + at));
  return days.filter((day) => spans.some((span) => lies(day, span))).length;
};

type Measure = { readonly months: number; readonly pay: number };

const measure = (months: readonly Claimed[], year: readonly string[], rules: RuleSet): Measure => {
  const within = months.filter(({ month }) => year.includes(month));
  return { months: monthsIn(within, rules), pay: within.reduce((sum, { payFen }) => sum + payFen, 0) };
};

/** What can have been worked: from the day of hiring to the day of the claim. */
const possible = ({ hiredOn, months, submittedOn }: Question): Claimed[] =>
  months.flatMap((one) => {
    const days = Math.min(one.days, covered(one.month, [{ startsOn: hiredOn, endsOn: submittedOn }]));
    return days > 0 ? [{ ...one, days }] : [];
  });

/** Those months as the registers have them: the bank shows a month and its pay, the employment register its days. */
const asRegistered = ({ worker, employer }: Question, months: readonly Claimed[], { values }: RuleSet) => {
  const record = typeof worker === 'string' ? { spells: [], wages: [] } : worker;
  const spells = record.spells.filter(({ employerCode }) => employerCode === employer);
  const wages = record.wages.filter(({ employerCode }) => employerCode === employer);
  const bySheet = values.hiring.payProof === 'WAGE_SHEET' && spells.some(({ wageProof }) => wageProof);
  const found = months.flatMap(({ month, days, payFen }): Claimed[] => {
    const inMonth = wages.filter((wage) => wage.month === month);
    if (inMonth.length > 0)
      return [{ month, days, payFen: inMonth.reduce((sum, { paidFen }) => sum + paidFen, 0) }];
    const shown = Math.min(days, covered(month, spells));
    return shown > 0 ? [{ month, days: shown, payFen: bySheet ? payFen : 0 }] : [];
  });
  return { found, nothing: wages.length === 0 && !bySheet };
};

export const workOf = (question: Question, rules: RuleSet): WorkSheet => {
  const { workshopMinMonths, workshopMinPayFen } = rules.values.hiring;
  const reaches = (one: Measure): { months: boolean; pay: boolean } => ({
    months: one.months >= (workshopMinMonths ?? 0),
    pay: one.pay >= (workshopMinPayFen ?? 0),
  });
  const years = (months: readonly Claimed[]) =>
    yearsOf(months, rules).map((year) => reaches(measure(months, year, rules)));
  const holds = (found: readonly { months: boolean; pay: boolean }[]): boolean =>
    found.some(({ months, pay }) => months && pay);
  const months = possible(question);
  const claimed = months.length > 0 ? years(months) : [reaches({ months: 0, pay: 0 })];
  const longEnough = claimed.some((year) => year.months);
  const { found, nothing } = asRegistered(question, months, rules);
  const borne = found.length > 0 ? years(found) : [reaches({ months: 0, pay: 0 })];
  return {
    monthsSet: workshopMinMonths !== null,
    paySet: workshopMinPayFen !== null,
    monthsShort: !longEnough,
    payShort: !holds(claimed) && (longEnough || !claimed.some(({ pay }) => pay)),
    shown: shownAs(question, holds(borne), nothing),
  };
};

const shownAs = ({ worker }: Question, holds: boolean, nothing: boolean): WorkSheet['shown'] => {
  if (typeof worker === 'string') return 'NO_WORKER';
  if (nothing) return 'NOTHING';
  return holds ? 'YES' : 'LESS';
};

export const workRows: readonly Row<{ readonly work: WorkSheet }>[] = [
  ['1.1', ({ work }) => !work.monthsSet || !work.paySet, 'RULE_NOT_CONFIGURED', 'UNSET'],
  ['3.5 months', ({ work }) => work.monthsSet && work.monthsShort, 'MONTHS_SHORT', 'REFUSE'],
  ['3.5 pay', ({ work }) => work.paySet && work.payShort, 'PAY_SHORT', 'REFUSE'],
  ['3.5 evidence', ({ work }) => work.shown === 'LESS', 'REGISTER_DIFFERS', 'LOOK'],
  ['3.5(c)', ({ work }) => work.shown === 'NOTHING', 'REGISTER_DOES_NOT_KNOW', 'LOOK'],
];
