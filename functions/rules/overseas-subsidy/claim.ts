import * as z from 'zod';
import { both } from '../../contracts/both.ts';
import { creditCode } from '../../contracts/credit-code.ts';
import { isOverseas, workplaceCode } from '../../contracts/divisions.ts';
import { labourContract } from '../../contracts/labour-contract.ts';
import { isoDate } from '../../contracts/scalars.ts';
import { stretchBetween, type Stretch } from '../grid/stretch.ts';

/** One worker sent abroad (notice 二.3; POLICY 3.3). The passport and the visa are looked at, not stored. */
export const overseasClaim = z
  .strictObject({
    country: workplaceCode.refine((code) => isOverseas(code), {
      message: both(
        'name the country by its three letters, for example JPN',
        '请填写国家的三字母代码，例如 JPN',
      ),
    }),
    /** 对外劳务合作企业; absent where the worker found the job without one. */
    operatorCode: creditCode.optional(),
    contract: labourContract,
    departedOn: isoDate,
    /** A visa or work permit for this job is attached. */
    permitAttached: z.boolean(),
  })
  .refine(({ departedOn, contract: { endsOn } }) => endsOn === undefined || departedOn <= endsOn, {
    path: ['departedOn'],
    message: both('the departure is after the end of the contract', '出境日期晚于合同终止日期'),
  });
export type OverseasClaim = z.infer<typeof overseasClaim>;

/** Abroad from the departure to the end of the contract. */
export const overseasMonths = ({ departedOn, contract }: OverseasClaim): Stretch[] => [
  stretchBetween(departedOn, contract.endsOn),
];
