import type { IsoDate, IsoMonth } from '../../contracts/scalars.ts';

/*
 * Calendar arithmetic on day numbers (days since 1970-01-01), so that no time zone and no clock can come in.
 * Howard Hinnant's civil calendar algorithms; a property test compares them with the runtime's own calendar.
 */

export const dayNumber = (date: IsoDate): number => {
  const month = Number(date.slice(5, 7));
  const year = Number(date.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear =
    Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(date.slice(8, 10)) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
};

const text = (n: number, width: number): string => String(n).padStart(width, '0');

export const dateOf = (number: number): IsoDate => {
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  return `${text(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), 4)}-${text(month, 2)}-${text(day, 2)}`;
};

export const addDays = (date: IsoDate, days: number): IsoDate => dateOf(dayNumber(date) + days);

/** Days from the first to the second, both counted. */
export const daysInclusive = (from: IsoDate, to: IsoDate): number => dayNumber(to) - dayNumber(from) + 1;

export const monthOf = (date: IsoDate): IsoMonth => date.slice(0, 7);

export const daysInMonth = (month: IsoMonth): number =>
  dayNumber(addMonths(`${month}-01`, 1)) - dayNumber(`${month}-01`);

/** The same day n months on; the month's last day where it has no such day (31 August + 6 = 28 or 29 February). */
export const addMonths = (date: IsoDate, months: number): IsoDate => {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const first = `${text(Math.floor(index / 12), 4)}-${text((index % 12) + 1, 2)}-01`;
  const next = index + 1;
  const nextFirst = `${text(Math.floor(next / 12), 4)}-${text((next % 12) + 1, 2)}-01`;
  const wanted = Number(date.slice(8, 10));
  return dateOf(dayNumber(first) + Math.min(wanted, dayNumber(nextFirst) - dayNumber(first)) - 1);
};

/** 0 for Sunday to 6 for Saturday. */
export const weekday = (date: IsoDate): number => (((dayNumber(date) + 4) % 7) + 7) % 7;

/** Completed years on a day; the birthday itself counts as reached (POLICY section 2). */
export const ageOn = (birthDate: IsoDate, on: IsoDate): number =>
  Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (on.slice(5) < birthDate.slice(5) ? 1 : 0);

/** Every month from that of the first day to that of the second, both counted; none where the order is wrong. */
export const monthsBetween = (from: IsoDate, to: IsoDate): IsoMonth[] => {
  const months: IsoMonth[] = [];
  for (let first = `${monthOf(from)}-01`; first <= to; first = addMonths(first, 1))
    months.push(monthOf(first));
  return months;
};
