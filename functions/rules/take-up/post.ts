import type { IsoDate, IsoMonth } from '../../contracts/scalars.ts';
import { addDays, addMonths, daysInclusive, monthsBetween } from '../calendar/days.ts';
import { isPost } from '../retention-allowance/standing.ts';
import { knownOf, lastKnownDay, valuesOfNotice } from './known-facts.ts';
import type { Presume } from './presumed-claim.ts';

/** No attendance sheet is in a register: the days on which the post was held stand for it. */
const daysHeld = (month: IsoMonth, from: IsoDate, to: IsoDate): number => {
  const first = `${month}-01`;
  const last = addDays(addMonths(first, 1), -1);
  return daysInclusive(from > first ? from : first, to < last ? to : last);
};

/** 临时公益岗位 from the employment register: a post that began with the notice or after it, not one of the regular ones. */
export const presumePost: Presume = (worker, around) => {
  const { start } = valuesOfNotice(around).window;
  const known = lastKnownDay(worker);
  return worker.spells.flatMap(({ kind, spellId, workplace, startsOn, endsOn }) => {
    const last = endsOn !== undefined && endsOn < known ? endsOn : known;
    if (!isPost(kind) || startsOn < start || startsOn > last) return [];
    const months = monthsBetween(startsOn, last).slice(0, 36);
    return [
      {
        name: `PUBLIC_WORKS_POST ${spellId}`,
        facts: {
          instrument: 'PUBLIC_WORKS_POST' as const,
          claim: {
            postId: '未登记',
            county: workplace,
            placeNo: 1,
            agreedFrom: startsOn,
            agreedTo: last,
            unableToLeave: { reason: 'OTHER' as const, villageConfirmed: false },
            months: months.map((month) => ({ month, attendanceDays: daysHeld(month, startsOn, last) })),
          },
          ...knownOf(worker),
          post: 'UNKNOWN' as const,
        },
        supposed: [
          'postId',
          'placeNo',
          'unableToLeave',
          ...months.map((_, at) => `months.${at}.attendanceDays`),
        ],
        missing: ['POST' as const, 'ATTENDANCE' as const, 'VILLAGE_WORD' as const],
        amount: 'KNOWN' as const,
      },
    ];
  });
};
