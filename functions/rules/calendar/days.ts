import type { IsoDate, IsoMonth } from '../../contracts/scalars.ts';

/*
 * Calendar arithmetic on day numbers (days since 1970-01-01), so that no time zone and no clock can come in.
 * Howard Hinnant's civil calendar algorithms; a property test compares them with the runtime's own calendar.
 */

/** Two digits of a date as a number, without the text in between: dates are taken apart at every check. */
const twoDigits = (date: string, at: number): number =>
  date.charCodeAt(at) * 10 + date.charCodeAt(at + 1) - 528;
const yearIn = (date: string): number => twoDigits(date, 0) * 100 + twoDigits(date, 2);
const monthIn = (date: string): number => twoDigits(date, 5);
const dayIn = (date: string): number => twoDigits(date, 8);

export const dayNumber = (date: IsoDate): number => {
  const month = monthIn(date);
  const year = yearIn(date) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayIn(date) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
};

const twoPlaces = (n: number): string => (n < 10 ? `0${n}` : String(n));
const dateText = (year: number, month: number, day: number): IsoDate =>
  `${year < 1000 ? String(year).padStart(4, '0') : year}-${twoPlaces(month)}-${twoPlaces(day)}`;

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
  return dateText(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
};

export const addDays = (date: IsoDate, days: number): IsoDate => dateOf(dayNumber(date) + days);

/** Days from the first to the second, both counted. */
export const daysInclusive = (from: IsoDate, to: IsoDate): number => dayNumber(to) - dayNumber(from) + 1;

export const monthOf = (date: IsoDate): IsoMonth => date.slice(0, 7);

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const lastDayOf = (year: number, month: number): number => {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
};

export const daysInMonth = (month: IsoMonth): number => lastDayOf(yearIn(month), monthIn(month));

/** The same day n months on; the month's last day where it has no such day (31 August + 6 = 28 or 29 February). */
export const addMonths = (date: IsoDate, months: number): IsoDate => {
  const index = yearIn(date) * 12 + monthIn(date) - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return dateText(year, month, Math.min(dayIn(date), lastDayOf(year, month)));
};

/** 0 for Sunday to 6 for Saturday. */
export const weekday = (date: IsoDate): number => (((dayNumber(date) + 4) % 7) + 7) % 7;

/** Completed years on a day; the birthday itself counts as reached (POLICY section 2). */
export const ageOn = (birthDate: IsoDate, on: IsoDate): number =>
  yearIn(on) -
  yearIn(birthDate) -
  (monthIn(on) * 100 + dayIn(on) < monthIn(birthDate) * 100 + dayIn(birthDate) ? 1 : 0);

/** Every month from that of the first day to that of the second, both counted; none where the order is wrong. */
export const monthsBetween = (from: IsoDate, to: IsoDate): IsoMonth[] => {
  const months: IsoMonth[] = [];
  for (let first = `${monthOf(from)}-01`; first <= to; first = addMonths(first, 1))
    months.push(monthOf(first));
  return months;
};
