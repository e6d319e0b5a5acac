import type { IsoMonth } from '../../contracts/scalars.ts';
import { addMonths, monthsBetween } from '../calendar/days.ts';

/** The months something is about, both included; without a last one it has not ended yet. */
export type Stretch = { readonly from: IsoMonth; readonly to?: IsoMonth | undefined };

/** Nothing in the notice runs longer; a stretch without an end is followed no further. */
const longestMonths = 36;

/** From the day work began to the day it ended, as the months it touched. */
export const stretchBetween = (startsOn: string, endsOn?: string): Stretch => ({
  from: startsOn.slice(0, 7),
  ...(endsOn !== undefined && { to: endsOn.slice(0, 7) }),
});

/** Single months, each a stretch of its own. */
export const eachMonth = (months: readonly IsoMonth[]): Stretch[] =>
  months.map((month) => ({ from: month, to: month }));

/** The twelve months of a year. */
export const monthsOfYear = (year: string): IsoMonth[] => monthsBetween(`${year}-01-01`, `${year}-12-31`);

/** From the first to the last month of several stretches; undefined where there is none. */
export const hullOf = (stretches: readonly Stretch[]): Stretch | undefined => {
  const [first] = stretches.map(({ from }) => from).toSorted();
  if (first === undefined) return undefined;
  const ends = stretches.map(({ to }) => to);
  if (ends.includes(undefined)) return { from: first };
  return { from: first, to: ends.toSorted().at(-1) };
};

/** The months of a stretch; one without an end goes on to `until`. */
export const monthsOf = ({ from, to }: Stretch, until: IsoMonth): IsoMonth[] => {
  const first = `${from}-01`;
  const longest = addMonths(first, longestMonths - 1).slice(0, 7);
  const last = to ?? (until < from ? from : until);
  return monthsBetween(first, `${last < longest ? last : longest}-28`);
};
