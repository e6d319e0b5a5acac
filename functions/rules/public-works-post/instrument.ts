import { monthsBetween } from '../calendar/days.ts';
import { monthsOfYear } from '../grid/stretch.ts';
import type { InstrumentProfile, LineDefinition } from '../instrument-definition.ts';
import { keysBeside } from '../keys-beside.ts';
import { postClaim, postMonths } from './claim.ts';

/** 临时公益岗位, clause 六.3; README.md beside this file is its page of prose. */
export const postProfile: InstrumentProfile<'publicWorks'> = {
  names: { zh: '临时公益岗位补贴', en: 'Temporary public works post' },
  clause: '六.3',
  about: 'WORKER',
  paidTo: 'WORKER',
  claimedBy: ['WORKER'],
  windowed: false,
  section: 'publicWorks',
  risks: [],
};

/** What its lines rest on. */
export const postLine: LineDefinition<typeof postClaim> = {
  records: ({ postId }) => ({ post: { kind: 'POST', id: postId } }),
  eventDate: ({ agreedFrom }) => agreedFrom,
  // Months of the agreement that were paid before count towards the longest term.
  periods: ({ agreedFrom, agreedTo }) => monthsBetween(agreedFrom, agreedTo),
  during: postMonths,
  periodsIn: monthsOfYear,
  besides: ({ months }) =>
    keysBeside(
      'PUBLIC_WORKS_POST',
      months.map(({ month }) => month),
    ),
  place: ({ county }) => county,
};
