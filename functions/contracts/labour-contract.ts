import * as z from 'zod';
import { both } from './both.ts';
import { plainText } from './plain-text.ts';
import { isoDate } from './scalars.ts';

export const contractTypes = ['FIXED_TERM', 'OPEN_ENDED', 'TASK_BASED'] as const;

/** A labour contract; only a fixed term has an end (POLICY 2, "contract of n months"). */
export const labourContract = z
  .strictObject({
    number: plainText(60),
    type: z.enum(contractTypes),
    signedOn: isoDate,
    startsOn: isoDate,
    endsOn: isoDate.optional(),
  })
  .refine(({ type, endsOn }) => type !== 'FIXED_TERM' || endsOn !== undefined, {
    path: ['endsOn'],
    message: both('a fixed-term contract needs its last day', '固定期限合同须填写终止日期'),
  })
  .refine(({ startsOn, endsOn }) => endsOn === undefined || endsOn >= startsOn, {
    path: ['endsOn'],
    message: both('the contract ends before it starts', '合同终止日期早于起始日期'),
  });
export type LabourContract = z.infer<typeof labourContract>;
