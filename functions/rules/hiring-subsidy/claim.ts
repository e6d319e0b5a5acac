import * as z from 'zod';
import { both } from '../../contracts/both.ts';
import { workplaceCode } from '../../contracts/divisions.ts';
import { labourContract } from '../../contracts/labour-contract.ts';
import { isoDate } from '../../contracts/scalars.ts';
import { beginsWithHiring, monthsOfWork, noMonthBeforeHiring } from './months-of-work.ts';
import { eachMonth, stretchBetween, type Stretch } from '../grid/stretch.ts';

/** One worker hired (notice 四.3; POLICY 3.5). A workshop names the months worked, an enterprise the contract. */
export const hiringClaim = z
  .strictObject({
    hiredOn: isoDate,
    workplace: workplaceCode,
    contract: labourContract.optional(),
    months: monthsOfWork,
  })
  .refine(({ contract, months }) => contract !== undefined || months.length > 0, {
    path: ['contract'],
    message: both('name the contract, or the months worked', '请填写劳动合同或工作月份'),
  })
  .refine(({ contract, hiredOn }) => contract?.endsOn === undefined || contract.endsOn >= hiredOn, {
    path: ['contract', 'endsOn'],
    message: both('the contract ended before the worker was hired', '合同在招用之前已终止'),
  })
  .refine(beginsWithHiring, noMonthBeforeHiring);
export type HiringClaim = z.infer<typeof hiringClaim>;

/** As long as the contract runs, and the months worked. */
export const hiringMonths = ({ hiredOn, contract, months }: HiringClaim): Stretch[] => [
  ...(contract ? [stretchBetween(hiredOn, contract.endsOn)] : []),
  ...eachMonth(months.map(({ month }) => month)),
];
