import type { IsoDate } from '../../contracts/scalars.ts';
import { addDays } from './days.ts';
import { isWorkingDay } from './working-days.ts';

/** Working days from one day to another: the first is not counted, the last is (POLICY section 2). */
export const workingDaysBetween = (from: IsoDate, to: IsoDate): number => {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) count += 1;
  return count;
};
