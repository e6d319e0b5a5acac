import * as z from 'zod';
import { both } from '../../contracts/both.ts';
import { creditCode } from '../../contracts/credit-code.ts';
import { workplaceCode } from '../../contracts/divisions.ts';
import { labourContract } from '../../contracts/labour-contract.ts';
import { insuranceLine } from '../../contracts/registers/worker.ts';
import { fen, isoDate, isoMonth } from '../../contracts/scalars.ts';
import { eachMonth, type Stretch } from '../grid/stretch.ts';

/** One month, and what the employer says it paid of its own share into each insurance. */
export const insuredMonth = z.strictObject({ month: isoMonth, paid: z.partialRecord(insuranceLine, fen) });

const monthNamedTwice = (months: readonly z.infer<typeof insuredMonth>[]): number =>
  months.findIndex(({ month }, at) => months.findIndex((other) => other.month === month) < at);

/** One worker's months, filed by the employer after it has paid (先缴后补; notice 四.3, POLICY 3.6). */
export const socialInsuranceClaim = z.strictObject({
  employerCode: creditCode,
  workplace: workplaceCode,
  contract: labourContract,
  /** When a subsidy for this worker was approved for the first time, by this or another employer. */
  firstApprovedOn: isoDate.optional(),
  /** Months subsidised before, as far as the employer knows; the desk counts its own. */
  monthsUsed: z.int().min(0).max(600).default(0),
  /** 管理技术岗位: a woman in such a post may retire later. */
  inCadrePost: z.boolean().default(false),
  months: z
    .array(insuredMonth)
    .min(1, both('name at least one month', '至少填写一个月份'))
    .max(120)
    .check(({ value, issues }) => {
      const twice = monthNamedTwice(value);
      if (twice >= 0)
        issues.push({
          code: 'custom',
          path: [twice, 'month'],
          message: both('this month is named already', '此月份重复填写'),
          input: value,
        });
    }),
});
export type SocialInsuranceClaim = z.infer<typeof socialInsuranceClaim>;

/** The months insured. */
export const insuredMonths = ({ months }: SocialInsuranceClaim): Stretch[] =>
  eachMonth(months.map(({ month }) => month));
