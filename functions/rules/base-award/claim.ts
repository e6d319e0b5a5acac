import * as z from 'zod';
import { handlingCounty } from '../../contracts/divisions.ts';
import { plainText } from '../../contracts/plain-text.ts';
import { isoDate } from '../../contracts/scalars.ts';

export const baseAwardClaim = z.strictObject({
  /** The day the roster was drawn up for; the rule values of that day count. */
  countedOn: isoDate,
  county: handlingCounty.describe('the county where the base is'),
  /** The decision that recognised it as an employment base. */
  recognitionNo: plainText(60),
});
