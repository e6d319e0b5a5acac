import * as z from 'zod';
import { recordSource } from '../../contracts/registers/record-source.ts';
import { fundRow } from '../funds.ts';

/** A county's fund as an import sees it: the row that approvals move, and the file its sanctioned sum is from. */
export const fundItem = fundRow.extend({ pk: z.string(), sk: z.string(), source: recordSource });
export type FundItem = z.infer<typeof fundItem>;
