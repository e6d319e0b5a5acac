import type { IsoMonth } from '../../contracts/scalars.ts';
import type { OtherEntitlement } from '../facts.ts';

const aMonth = /^\d{4}-\d{2}$/u;

/**
 * Whether an entitlement is about a month: its own, where it is paid month by month, or one of the job it rests on.
 * One whose job nobody has noted may be about any month; a person looks.
 */
export const covers = ({ period, from, to }: OtherEntitlement, month: IsoMonth): boolean => {
  if (aMonth.test(period)) return period === month;
  return (from === undefined || from <= month) && (to === undefined || month <= to);
};
