import * as z from 'zod';
import { creditCode } from '../../contracts/credit-code.ts';
import { workplaceCode } from '../../contracts/divisions.ts';
import { labourContract } from '../../contracts/labour-contract.ts';
import { isoDate } from '../../contracts/scalars.ts';

export const placementClaim = z.strictObject({
  referredOn: isoDate,
  employerCode: creditCode,
  workplace: workplaceCode,
  contract: labourContract,
});
