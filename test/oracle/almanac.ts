/*
 * Dates for the oracle, by counting days since 1970. The rules have a calendar of their own; none of it is used
 * here, so that a mistake in it shows as a disagreement.
 */

const dayLength = 86_400_000;
const counted = new Map<string, number>();

/** Days since 1970-01-01. */
export const dayOf = (date: string): number => {
  const before = counted.get(date);
  if (before !== undefined) return before;
  const day = Math.round(Date.parse(`${date}T00:00:00Z`) / dayLength);
  counted.set(date, day);
  return day;
};

const dates = new Map<number, string>();

export const dateOf = (day: number): string => {
  const before = dates.get(day);
  if (before !== undefined) return before;
  const date = new Date(day * dayLength).toISOString().slice(0, 10);
  dates.set(day, date);
  return date;
};

export const laterBy = (date: string, days: number): string => dateOf(dayOf(date) + days);

const lengthOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The same day so many months on; the month's last day where it has no such day. */
export const monthsLater = (date: string, months: number): string => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const count = year * 12 + (month - 1) + months;
  const [inYear, inMonth] = [Math.floor(count / 12), (count % 12) + 1];
  return dateOf(
    Math.round(Date.UTC(inYear, inMonth - 1, Math.min(day, lengthOf(inYear, inMonth))) / dayLength),
  );
};

export const daysIn = (month: string): number => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return lengthOf(year, number);
};

/** Every month from the first to the last, `YYYY-MM`. */
export const monthsFrom = (first: string, last: string): string[] => {
  const months: string[] = [];
  for (let month = first.slice(0, 7); month <= last.slice(0, 7);) {
    months.push(month);
    month = monthsLater(`${month}-01`, 1).slice(0, 7);
  }
  return months;
};

/** Whether so many years are complete; the birthday itself completes one (POLICY 2, age). */
export const hasReached = (years: number, birthDate: string, on: string): boolean => {
  const birthday = `${String(Number(birthDate.slice(0, 4)) + years).padStart(4, '0')}${birthDate.slice(4)}`;
  return on >= birthday;
};

export type Span = { readonly startsOn: string; readonly endsOn?: string | undefined };

/** Both ends belong to a span; one without an end goes on. */
export const lies = (on: string, { startsOn, endsOn }: Span): boolean =>
  startsOn <= on && (endsOn === undefined || on <= endsOn);
