import * as z from 'zod';
import { creditCode } from '../../contracts/credit-code.ts';
import { workplaceCode } from '../../contracts/divisions.ts';
import { labourContract } from '../../contracts/labour-contract.ts';
import { isoDate } from '../../contracts/scalars.ts';
import { stretchBetween, type Stretch } from '../grid/stretch.ts';

export const placementClaim = z.strictObject({
  referredOn: isoDate,
  employerCode: creditCode,
  workplace: workplaceCode,
  contract: labourContract,
});
export type PlacementClaim = z.infer<typeof placementClaim>;

/** As long as the contract runs. */
export const placementMonths = ({ contract }: PlacementClaim): Stretch[] => [
  stretchBetween(contract.startsOn, contract.endsOn),
];
