import * as z from 'zod';
import { both } from '../../contracts/both.ts';
import { workplaceCode } from '../../contracts/divisions.ts';
import { isoDate } from '../../contracts/scalars.ts';
import { beginsWithHiring, monthsOfWork, noMonthBeforeHiring } from '../hiring-subsidy/months-of-work.ts';
import { eachMonth, type Stretch } from '../grid/stretch.ts';

/** One worker of a farm employer (notice 五.2; POLICY 3.8): months and pay, as a workshop. */
export const farmHiringClaim = z
  .strictObject({
    hiredOn: isoDate,
    workplace: workplaceCode,
    months: monthsOfWork.min(1, both('name at least one month of work', '至少填写一个工作月份')),
    /** Of the family of the farm's owner. */
    ofOwnersFamily: z.boolean(),
  })
  .refine(beginsWithHiring, noMonthBeforeHiring);
export type FarmHiringClaim = z.infer<typeof farmHiringClaim>;

/** The months worked. */
export const farmHiringMonths = ({ months }: FarmHiringClaim): Stretch[] =>
  eachMonth(months.map(({ month }) => month));
