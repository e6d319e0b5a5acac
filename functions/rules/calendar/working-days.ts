import type { IsoDate } from '../../contracts/scalars.ts';
import { addDays, weekday } from './days.ts';
import published from './holidays.json' with { type: 'json' };

const holidays: ReadonlySet<string> = new Set(published.holidays);
const makeUpDays: ReadonlySet<string> = new Set(published.makeUpDays);

/**
 * Not a weekend or holiday, or a make-up day (POLICY section 2). Outside the years of the table Monday to Friday
 * count, until the State Council's arrangement is added.
 */
export const isWorkingDay = (date: IsoDate): boolean => {
  if (makeUpDays.has(date)) return true;
  const day = weekday(date);
  return day !== 0 && day !== 6 && !holidays.has(date);
};

/** The n-th working day after a date; the date itself is not counted. Zero gives the date back. */
export const addWorkingDays = (date: IsoDate, days: number): IsoDate => {
  let current = date;
  for (let left = days; left > 0;) {
    current = addDays(current, 1);
    if (isWorkingDay(current)) left -= 1;
  }
  return current;
};
