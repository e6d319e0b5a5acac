import * as z from 'zod';
import { both } from './both.ts';
import { citizenId } from './citizen-id.ts';
import { phone } from './phone.ts';
import { plainText } from './plain-text.ts';
import { isoDate } from './scalars.ts';

/** The person a line is about. Sealed before it is stored; only `maskedName` is ever listed. */
export const claimedWorker = z.strictObject({
  name: plainText(50),
  citizenId,
  phone: phone.optional(),
});
export type ClaimedWorker = z.infer<typeof claimedWorker>;

/** Somebody on the roster of a line that is about an organisation (recognition, award). Sealed as a worker is. */
export const rosterEntry = z
  .strictObject({ name: plainText(50), citizenId, startsOn: isoDate, endsOn: isoDate.optional() })
  .refine(({ startsOn, endsOn }) => endsOn === undefined || endsOn >= startsOn, {
    path: ['endsOn'],
    message: both('the work ends before it starts', '工作结束日期早于开始日期'),
  });

/** The people an organisation's line names; a longer list than this is no workshop's or base's. */
export const maxRoster = 500;
