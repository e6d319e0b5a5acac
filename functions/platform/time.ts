import type { Instant, IsoDate } from '../contracts/scalars.ts';

const shanghaiOffsetMs = 8 * 3600 * 1000;

/** The calendar date in Asia/Shanghai (UTC+8, no summer time since 1992). */
export const dayOf = (at: Instant): IsoDate =>
  new Date(Date.parse(at) + shanghaiOffsetMs).toISOString().slice(0, 10);

/** The last instant of a calendar date in Asia/Shanghai. */
export const endOfDay = (day: IsoDate): Instant =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) - shanghaiOffsetMs + 24 * 3600 * 1000 - 1).toISOString();

export const instantOf = (epochMs: number): Instant => new Date(epochMs).toISOString();
