import * as z from 'zod';
import { both } from '../../contracts/both.ts';
import { handlingCounty } from '../../contracts/divisions.ts';
import { plainText } from '../../contracts/plain-text.ts';
import { premisesRecord } from '../../contracts/registers/organisation.ts';
import { fen, isoDate } from '../../contracts/scalars.ts';

/** The agreement on the premises, as the enterprise files it (POLICY 3.9). */
const claimedPremises = z
  .strictObject({
    providerName: plainText(100),
    providerKind: premisesRecord.shape.providerKind,
    /** A month. */
    rentFen: fen,
    startsOn: isoDate,
    endsOn: isoDate.optional(),
  })
  .refine(({ startsOn, endsOn }) => endsOn === undefined || endsOn >= startsOn, {
    path: ['endsOn'],
    message: both('the agreement ends before it starts', '协议结束日期早于开始日期'),
  });

export const workshopClaim = z.strictObject({
  /** The day the roster was drawn up for; the rule values of that day count. */
  countedOn: isoDate,
  county: handlingCounty.describe('the county where the workshop is'),
  povertyReliefEnterprise: z.boolean(),
  premises: claimedPremises,
});
