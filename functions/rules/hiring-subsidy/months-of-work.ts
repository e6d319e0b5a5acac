import * as z from 'zod';
import { both } from '../../contracts/both.ts';
import { fen, isoMonth, type IsoDate, type IsoMonth } from '../../contracts/scalars.ts';
import { daysInMonth, monthOf } from '../calendar/days.ts';

/** One month with this employer: days worked, and gross pay. */
const monthOfWork = z
  .strictObject({ month: isoMonth, days: z.int().min(1).max(31), payFen: fen })
  .refine(({ month, days }) => days <= daysInMonth(month), {
    path: ['days'],
    message: both('the month has fewer days', '天数超过当月天数'),
  });
export type MonthOfWork = z.infer<typeof monthOfWork>;

export const monthsOfWork = z
  .array(monthOfWork)
  .max(36)
  .refine((months) => new Set(months.map(({ month }) => month)).size === months.length, {
    message: both('a month is named twice', '同一月份重复填写'),
  });

type Hiring = { readonly hiredOn: IsoDate; readonly months: readonly { readonly month: IsoMonth }[] };

export const beginsWithHiring = ({ hiredOn, months }: Hiring): boolean =>
  months.every(({ month }) => month >= monthOf(hiredOn));
export const noMonthBeforeHiring = {
  path: ['months'],
  message: both('a month lies before the worker was hired', '有月份早于招用日期'),
};
