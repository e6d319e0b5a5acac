import type { IsoDate } from '../../../contracts/scalars.ts';

/** The calendar day before. */
export const dayBefore = (day: IsoDate): IsoDate =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) - 24 * 3600 * 1000).toISOString().slice(0, 10);

/** The calendar day after. */
export const dayAfter = (day: IsoDate): IsoDate =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + 24 * 3600 * 1000).toISOString().slice(0, 10);
