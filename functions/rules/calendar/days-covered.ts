import type { IsoDate, IsoMonth } from '../../contracts/scalars.ts';
import { dayNumber, daysInMonth } from './days.ts';

type Span = { readonly startsOn: IsoDate; readonly endsOn?: IsoDate | undefined };

/** The days of a month that at least one of the spans covers; no day twice (POLICY section 2, "counted month"). */
export const daysCovered = (spans: readonly Span[], month: IsoMonth): number => {
  const first = dayNumber(`${month}-01`);
  const last = first + daysInMonth(month) - 1;
  const clipped = spans
    .map(({ startsOn, endsOn }) => ({
      from: Math.max(first, dayNumber(startsOn)),
      to: endsOn === undefined ? last : Math.min(last, dayNumber(endsOn)),
    }))
    .sort((a, b) => a.from - b.from);
  let covered = 0;
  let next = first;
  for (const { from, to } of clipped) {
    covered += Math.max(0, to - Math.max(from, next) + 1);
    next = Math.max(next, to + 1);
  }
  return covered;
};
