import * as z from 'zod';
import { both } from '../../contracts/both.ts';
import { divisionCode } from '../../contracts/divisions.ts';
import { plainText } from '../../contracts/plain-text.ts';
import { isoDate, isoMonth } from '../../contracts/scalars.ts';
import { addMonths, monthOf } from '../calendar/days.ts';
import { eachMonth, type Stretch } from '../grid/stretch.ts';

export const lossCauses = ['EMPLOYER_CLOSED', 'LAID_OFF', 'CONTRACT_ENDED', 'RESIGNED', 'OTHER'] as const;

/** A job lost, and the months without one (notice 七.3; POLICY 3.12). */
export const unemploymentClaim = z
  .strictObject({
    lostOn: isoDate,
    lastEmployerName: plainText(100),
    cause: z.enum(lossCauses),
    /** The worker, or the last employer, declares that the epidemic was the cause. */
    epidemicDeclared: z.boolean(),
    /** Where the worker is insured against unemployment: 参保地. */
    insuredIn: divisionCode,
    months: z
      .array(isoMonth)
      .min(1, both('name at least one month', '至少填写一个月份'))
      .max(24)
      .refine((months) => new Set(months).size === months.length, {
        message: both('a month is named twice', '同一月份重复填写'),
      }),
  })
  .refine(({ lostOn, months }) => months.every((month) => month >= monthOf(lostOn)), {
    path: ['months'],
    message: both('a month lies before the job was lost', '有月份早于失业日期'),
  })
  .refine(({ lostOn, months }) => months.every((month) => month <= monthOf(addMonths(lostOn, 36))), {
    path: ['months'],
    message: both('a month lies more than three years after the loss', '有月份晚于失业三年以上'),
  });
export type UnemploymentClaim = z.infer<typeof unemploymentClaim>;

/** The months without a job. */
export const unemployedMonths = ({ months }: UnemploymentClaim): Stretch[] => eachMonth(months);
